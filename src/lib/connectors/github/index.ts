import { defineConnector } from '#lib/connectors/define.ts';
import { callGithub, githubBase } from '#lib/connectors/github/callGithub.ts';
import {
  reposCreateWebhook,
  reposDeleteInstanceWebhooks,
  reposDeleteWebhook,
  reposListWebhooks,
} from '#lib/connectors/github/hooks.ts';
import { issuesCreateComment } from '#lib/connectors/github/issuesCreateComment.ts';
import { webhook } from '#lib/connectors/github/webhook.ts';
import { oauthFields } from '#lib/connectors/service/fields.ts';
import { defineRawRequest } from '#lib/connectors/service/rawRequest.ts';

/** Issues and webhooks of repositories (format.md 2.4). */
export const github = defineConnector({
  key: 'github',
  label: 'GitHub',
  description: 'Comment on issues, and hear what happens in a repository.',
  family: 'network',
  icon: 'git-branch',
  connections: {
    oauth2: {
      label: 'OAuth 2.0',
      help: 'A personal access token does as well.',
      fields: oauthFields({
        authorizeUrl: 'https://github.com/login/oauth/authorize',
        tokenUrl: 'https://github.com/login/oauth/access_token',
        scopes: '',
      }),
    },
  },
  needs: 'network',
  actions: {
    webhook,
    issuesCreateComment,
    reposCreateWebhook,
    reposListWebhooks,
    reposDeleteWebhook,
    reposDeleteInstanceWebhooks,
    rawRequest: defineRawRequest('GitHub', githubBase, callGithub),
  },
});
