import { defineAction } from '#lib/connectors/define.ts';
import { askGraphql } from '#lib/connectors/graphql/askGraphql.ts';
import { code, connection, pairs } from '#lib/connectors/inputs.ts';
import { filled } from '#lib/connectors/service/authorization.ts';

/** Where the service of the cloud system answers. */
const ADDRESS = 'https://app.prismatic.io/api';

/** Sends a query to the cloud system whose format the files have; its answer is under `data` (format.md 2.4). */
export const rawRequest = defineAction({
  label: 'Raw GraphQL request',
  description: 'Sends a query or a mutation to Prismatic.',
  lazy: true,
  inputs: {
    connection: connection({
      label: 'Connection',
      help: 'Holds the API key; without one the request goes out all the same.',
    }),
    query: code({
      label: 'Query or mutation',
      help: 'In GraphQL, such as { authenticatedUser { name } }.',
      language: 'graphql',
      required: true,
    }),
    variables: pairs({
      label: 'Variables',
      help: 'Their names in the query without the dollar sign, and their values.',
    }),
  },
  example: { data: { data: { authenticatedUser: { name: 'Ada' } } } },
  output: 'anything',
  synonyms: ['graphql', 'api'],
  perform: async ({ connection, query, variables }, context) => {
    const key = connection ? filled(await context.secrets.open(connection, ADDRESS), 'apiKey') : '';
    if (key === '') context.log('warn', 'There is no API key: the request goes out without one.');
    const authorization = key === '' ? undefined : `Bearer ${key}`;
    const call = { service: 'Prismatic', url: ADDRESS, query, variables, authorization };
    return { data: { data: await askGraphql(context, call) } };
  },
});
