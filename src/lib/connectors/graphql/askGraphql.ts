/** A query or a mutation, and the whole answer with its data under `data`. */
import type { ActionContext } from '#lib/connectors/define.ts';
import { parseJson, type KeyValue } from '#lib/connectors/reading.ts';
import { callService, type ServiceCall } from '#lib/connectors/service/callService.ts';
import { FailureError } from '#lib/model/failure.ts';

export interface GraphqlCall extends Pick<ServiceCall, 'service' | 'url' | 'headers' | 'authorization'> {
  query: string;
  variables: readonly KeyValue[];
}

/** Throws `remote` also for an answer that lists errors. */
export async function askGraphql(
  context: Pick<ActionContext, 'fetch'>,
  { query, variables, ...call }: GraphqlCall,
): Promise<unknown> {
  const body = { query, variables: variablesOf(variables, query) };
  const { data } = await callService(context, { ...call, method: 'POST', body });
  return withoutErrors(call.service, data);
}

/** Files write every value as text, and GraphQL tells 5 from "5": what the query declares as text stays text. */
function variablesOf(rows: readonly KeyValue[], query: string): Record<string, unknown> {
  const declared = query.matchAll(/\$(\w+)\s*:\s*(?:String|ID)\b/g);
  const texts = new Set(Array.from(declared, ([, name]) => name));
  return Object.fromEntries(
    rows.map(({ key, value }) => [key, texts.has(key) ? value : parseJson(value)] as const),
  );
}

/** A service says with status 200 that it could not do what was asked. */
function withoutErrors(service: string, answer: unknown): unknown {
  const { errors } = (typeof answer === 'object' ? (answer ?? {}) : {}) as { errors?: unknown };
  if (!Array.isArray(errors) || errors.length === 0) return answer;
  throw new FailureError({
    code: 'remote',
    message: `${service} answered with errors.`,
    hint: 'Under “Copy details” is what it says.',
    detail: JSON.stringify(errors).slice(0, 4096),
  });
}
