import { defineAction } from '#lib/connectors/define.ts';
import { authorization } from '#lib/connectors/http/connections.ts';
import { code, connection, pairs, text } from '#lib/connectors/inputs.ts';
import { askGraphql } from '#lib/connectors/graphql/askGraphql.ts';
import { headersOf } from '#lib/connectors/http/headers.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Sends a query or a mutation; the result is the whole answer, data under `data` (format.md 2.2). */
export const graphqlRequest = defineAction({
  label: 'GraphQL request',
  description: 'Sends a query or a mutation to a GraphQL service.',
  lazy: true,
  unverified: true,
  inputs: {
    connection: connection({
      label: 'Connection',
      help: 'Says who asks; not needed for a service that is open to all.',
    }),
    url: text({
      label: 'GraphQL endpoint',
      help: 'The whole address that takes queries; it often ends in /graphql.',
      required: true,
      placeholder: 'https://api.example.com/graphql',
    }),
    query: code({
      label: 'Query or mutation',
      help: 'In GraphQL, such as { customers { id name } }.',
      language: 'graphql',
      required: true,
    }),
    variables: pairs({
      label: 'Variables',
      help: 'A value that is JSON is read as JSON, unless the query declares it as String or ID.',
    }),
    headers: pairs({ label: 'Headers', help: 'More headers of the request, such as Accept-Language.' }),
  },
  example: { data: { customers: { nodes: [{ id: '1', name: 'Ada' }] } } },
  output: 'anything',
  synonyms: ['api', 'query', 'mutation'],
  perform: async ({ connection, url, query, variables, headers }, context) => {
    const data = await askGraphql(context, {
      service: 'The GraphQL service',
      url: checked(url),
      query,
      variables,
      headers: headersOf(headers, undefined),
      authorization: connection && (await authorization(connection, url, context)),
    });
    return { data };
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
