/** What the sender of a request to a webhook gets (format.md 1.7, 1.10). */
import type { Outcome } from '#lib/engine/ports.ts';
import { asText, resolve } from '#lib/engine/resolve.ts';
import { Scope } from '#lib/engine/Scope.ts';
import type { Reply } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** For a sender who waited: what the flow says itself, else the last step's result. */
export function replyAfter({ status, response, result, failure }: Outcome): Reply {
  if (response) return response;
  if (status === 'succeeded')
    return { status: 200, headers: JSON_TYPE, body: JSON.stringify(result ?? null) };
  return { status: 500, headers: JSON_TYPE, body: JSON.stringify({ error: failure?.message ?? status }) };
}

/** For a sender who does not wait: as the trigger is set up, else the id of the execution that was started. */
export function replyAtOnce(
  { trigger }: Flow,
  config: Readonly<Record<string, unknown>>,
  executionId: string,
): Reply {
  const scope = new Scope(config);
  const input = (key: string) => {
    const own = Object.hasOwn(trigger.inputs, key) ? trigger.inputs[key] : undefined;
    return own && resolve(own, scope);
  };
  const rows = (input('headers') ?? []) as readonly { key: string; value: unknown }[];
  const headers = rows.map(({ key, value }): [string, string] => [key.toLowerCase(), asText(value)]);
  return {
    status: Number(asText(input('statusCode'))) || 200,
    headers: Object.fromEntries([
      ['content-type', asText(input('contentType')) || JSON_TYPE['content-type']],
      ...headers,
    ]),
    body: asText(input('body')) || JSON.stringify({ executionId }),
  };
}
