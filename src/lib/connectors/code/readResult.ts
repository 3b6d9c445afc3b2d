/** What the user's code returned, as the engine takes it (format.md 1.10). */
import type { ActionContext, ActionResult } from '#lib/connectors/define.ts';
import type { Reply, StateChange, StateScope } from '#lib/model/execution.ts';

const scopes: Readonly<Record<string, StateScope>> = {
  instanceState: 'instance',
  crossFlowState: 'crossFlow',
  integrationState: 'integration',
  executionState: 'execution',
};

/** Nothing returned is no result; something else than `{ data }` has no result either, and the log says so. */
export function readResult(returned: unknown, log: ActionContext['log']): ActionResult {
  if (!isObject(returned)) {
    if (returned !== undefined && returned !== null)
      log('warn', 'The code returned something without “data”.');
    return { data: null };
  }
  const { data = null, branch } = returned;
  if (!('data' in returned)) log('warn', 'The code returned an object without “data”.');
  return { data, changes: readChanges(returned), ...(typeof branch === 'string' && { branch }) };
}

/** The answer of a code trigger; a body that is no text is written as JSON. */
export function readReply(response: unknown): Reply | undefined {
  if (!isObject(response)) return undefined;
  const { statusCode, contentType, headers, body } = response;
  const named = Object.entries(isObject(headers) ? headers : {});
  const lower = named.map(([key, value]): [string, string] => [key.toLowerCase(), String(value)]);
  const type = typeof contentType === 'string' ? contentType : 'application/json';
  return {
    status: Number(statusCode) || 200,
    headers: Object.fromEntries([['content-type', type], ...lower]),
    body: typeof body === 'string' ? body : JSON.stringify(body ?? null),
  };
}

/** State objects are merged into what there is; `undefined` removes a value. */
function readChanges(returned: Record<string, unknown>): StateChange[] {
  return Object.entries(scopes).flatMap(([key, scope]) => {
    const values = returned[key];
    return isObject(values) ? Object.entries(values).map(([name, value]) => change(scope, name, value)) : [];
  });
}

function change(scope: StateScope, key: string, value: unknown): StateChange {
  return value === undefined ? { kind: 'remove', scope, key } : { kind: 'set', scope, key, value };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
