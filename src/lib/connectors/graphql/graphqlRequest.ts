import { defineAction } from '#lib/connectors/define.ts';
import { authorization } from '#lib/connectors/http/connections.ts';
import { code, connection, pairs, text } from '#lib/connectors/inputs.ts';
import { parseJson, toText, type KeyValue } from '#lib/connectors/reading.ts';
import { callService } from '#lib/connectors/service/callService.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Sends a query or a mutation; the result is the whole answer, data under `data` (format.md 2.2). */
export const graphqlRequest = defineAction({
  label: 'GraphQL request',
  description: 'Sends a query or a mutation to a GraphQL service.',
  unverified: true,
  inputs: {
    connection: connection({ label: 'Connection' }),
    url: text({ label: 'GraphQL endpoint', required: true, placeholder: 'https://api.example.com/graphql' }),
    query: code({ label: 'Query or mutation', language: 'graphql', required: true }),
    variables: pairs({
      label: 'Variables',
      help: 'A value that is JSON is read as JSON, unless the query declares it as String or ID.',
    }),
    headers: pairs({ label: 'Headers' }),
  },
  example: { data: { customers: { nodes: [{ id: '1', name: 'Ada' }] } } },
  output: 'anything',
  synonyms: ['api', 'query', 'mutation'],
  perform: async ({ connection, url, query, variables, headers }, context) => {
    const { data } = await callService(context, {
      service: 'The GraphQL service',
      method: 'POST',
      url: checked(url),
      headers: Object.fromEntries(headers.map(({ key, value }) => [key.toLowerCase(), toText(value)])),
      body: { query, variables: variablesOf(variables, query) },
      authorization: connection && (await authorization(connection, url, context)),
    });
    return { data: withoutErrors(data) };
  },
});

function checked(address: string): string {
  if (/^https?:/i.test(address) && URL.canParse(address)) return address;
  throw new FailureError({
    code: 'input',
    message: `“${address}” is no address of a GraphQL service.`,
    hint: 'It starts with https:// or http://.',
  });
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
function withoutErrors(answer: unknown): unknown {
  const { errors } = (typeof answer === 'object' ? (answer ?? {}) : {}) as { errors?: unknown };
  if (!Array.isArray(errors) || errors.length === 0) return answer;
  throw new FailureError({
    code: 'remote',
    message: 'The GraphQL service answered with errors.',
    hint: 'Under “Copy details” is what it says.',
    detail: JSON.stringify(errors).slice(0, 4096),
  });
}
