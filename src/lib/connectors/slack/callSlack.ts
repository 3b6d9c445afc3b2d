/** Calls of the Slack Web API. Slack answers with status 200 also when it refuses; its answer says so. */
import type { ActionContext } from '#lib/connectors/define.ts';
import { bearer } from '#lib/connectors/service/authorization.ts';
import { callService } from '#lib/connectors/service/callService.ts';
import type { Send } from '#lib/connectors/service/rawRequest.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';

export const slackBase = 'https://slack.com/api';

/** A method that writes, such as `chat.postMessage`; what is `undefined` in its arguments is left out. */
export async function writeSlack(
  context: ActionContext,
  connection: ConnectionValue | undefined,
  method: string,
  args: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return await sendSlack(context, connection, {
    method: 'POST',
    url: `${slackBase}/${method}`,
    headers,
    body: args,
  });
}

/** A method that reads, such as `users.list`: these take no JSON. Empty arguments are left out. */
export async function readSlack(
  context: ActionContext,
  connection: ConnectionValue | undefined,
  method: string,
  args: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const given = Object.entries(args).filter(([, value]) => value !== '');
  const url = `${slackBase}/${method}?${new URLSearchParams(given).toString()}`;
  const data = await sendSlack(context, connection, { method: 'GET', url });
  if (typeof data === 'object' && data !== null) return { ...data };
  throw new FailureError({
    code: 'remote',
    message: 'Slack answered with something that is no JSON.',
    retry: true,
  });
}

/** Throws `connection` or `remote` for an answer that says `ok: false`. */
export const sendSlack: Send = async (context, connection, call) => {
  const authorization = await bearer(context, connection, call.url);
  const { data } = await callService(context, { ...call, service: 'Slack', authorization });
  if (isRefusal(data)) throw refusal(data);
  return data;
};

interface Refusal {
  ok: false;
  /** A word such as `channel_not_found`. */
  error: string;
}

function isRefusal(data: unknown): data is Refusal {
  return typeof data === 'object' && data !== null && 'ok' in data && data.ok === false;
}

function refusal(answer: Refusal): FailureError {
  const isDenied = denials.has(answer.error);
  return new FailureError({
    code: isDenied ? 'connection' : 'remote',
    message: isDenied ? 'Slack does not accept the connection.' : 'Slack refused the request.',
    hint: hints[answer.error] ?? 'Under “Copy details” is what Slack says.',
    retry: answer.error === 'ratelimited',
    detail: JSON.stringify(answer),
  });
}

const denials = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

const hints: Readonly<Partial<Record<string, string>>> = {
  channel_not_found: 'Look at the channel: the app may have to be invited into it.',
  not_in_channel: 'Invite the app into the channel.',
  missing_scope: 'The app needs more scopes: under “Copy details” is which.',
  ratelimited: 'Slack wants fewer requests: retry with a delay.',
  users_not_found: 'Nobody in this workspace has this address.',
};
