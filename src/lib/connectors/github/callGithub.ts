/** Calls of GitHub's REST API, which allows browsers. */
import { bearer } from '#lib/connectors/service/authorization.ts';
import { callService } from '#lib/connectors/service/callService.ts';
import { pathOf } from '#lib/connectors/service/pathOf.ts';
import type { Send } from '#lib/connectors/service/rawRequest.ts';

export const githubBase = 'https://api.github.com';

/** Resolves to the body of the answer. */
export const callGithub: Send = async (context, connection, { headers, ...call }) => {
  const authorization = await bearer(context, connection, call.url);
  const accepting = { accept: 'application/vnd.github+json', ...headers };
  const { data } = await callService(context, {
    ...call,
    headers: accepting,
    service: 'GitHub',
    authorization,
  });
  return data;
};

/** The address of something in a repository; names may hold any character. */
export function repositoryUrl(owner: string, repo: string, ...path: readonly string[]): string {
  return `${githubBase}/${pathOf(['repos', owner, repo, ...path])}`;
}
