import type { ConnectionDefinition } from '#lib/connectors/define.ts';
import { field, oauthFields, secretField } from '#lib/connectors/service/fields.ts';

/** How to be let in by Slack (format.md 1.8). */
export const slackConnections: Readonly<Record<string, ConnectionDefinition>> = {
  oauth2: {
    label: 'OAuth 2.0',
    fields: {
      ...oauthFields({
        authorizeUrl: 'https://slack.com/oauth/v2/authorize',
        tokenUrl: 'https://slack.com/api/oauth.v2.access',
        scopes:
          'chat:write chat:write.public chat:write.customize channels:read groups:read im:read mpim:read',
      }),
      revokeUrl: field('Revoke URL', { default: 'https://slack.com/api/auth.revoke', required: false }),
      signingSecret: secretField('Signing secret', {
        required: false,
        help: 'Proves that events are from Slack.',
      }),
      isUser: field('Act as the user', { default: 'false', required: false, help: 'true or false.' }),
    },
  },
  webhookUrl: {
    label: 'Incoming webhook',
    help: 'An address that posts into one channel.',
    fields: { webhookUrl: secretField('Webhook URL') },
  },
};
