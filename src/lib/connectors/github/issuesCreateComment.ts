import { defineAction } from '#lib/connectors/define.ts';
import { callGithub, repositoryUrl } from '#lib/connectors/github/callGithub.ts';
import { repositoryInputs } from '#lib/connectors/github/inputs.ts';
import { longText, text } from '#lib/connectors/inputs.ts';

/** Comments on an issue or a pull request: they share their numbers (format.md 2.4). */
export const issuesCreateComment = defineAction({
  label: 'Comment on issue',
  description: 'Adds a comment to an issue or a pull request.',
  lazy: true,
  inputs: {
    ...repositoryInputs,
    issueNumber: text({
      label: 'Issue number',
      help: 'The one behind the # sign, such as 7; also of a pull request.',
      required: true,
    }),
    body: longText({ label: 'Comment', required: true, help: 'May be Markdown.' }),
  },
  example: { id: 1, html_url: 'https://github.com/acme/shop/issues/7#issuecomment-1', body: 'Thank you.' },
  perform: async ({ connection, owner, repo, issueNumber, body }, context) => {
    const url = repositoryUrl(owner, repo, 'issues', issueNumber, 'comments');
    return { data: await callGithub(context, connection, { method: 'POST', url, body: { body } }) };
  },
});
