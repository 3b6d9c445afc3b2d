import type { Done, Execution } from '#lib/engine/executors/Executor.ts';
import { readInputs } from '#lib/engine/executors/readInputs.ts';
import type { Reply } from '#lib/model/execution.ts';
import { FailureError } from '#lib/model/failure.ts';

interface Values {
  statusCode: string;
  contentType: string;
  jsonBody: string;
  headers: readonly { key: string; value: unknown }[];
}

/** Ends the run with success; who waits for it gets this answer (format.md 1.10). */
export function stopExecution({ step, run, definition }: Execution): Done {
  const response = readReply(readInputs(definition.inputs, step, run.scope) as unknown as Values);
  return { data: response, leave: 'stop', response };
}

function readReply({ statusCode, contentType, jsonBody, headers }: Values): Reply {
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new FailureError({ code: 'input', message: `“${statusCode}” is no status code of an answer.` });
  const named = headers.map(({ key, value }): [string, string] => [key.toLowerCase(), String(value ?? '')]);
  return { status, headers: Object.fromEntries([['content-type', contentType], ...named]), body: jsonBody };
}
