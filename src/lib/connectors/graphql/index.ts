import { defineConnector } from '#lib/connectors/define.ts';
import { graphqlRequest } from '#lib/connectors/graphql/graphqlRequest.ts';
import { httpConnections } from '#lib/connectors/http/connections.ts';

/** Requests to services that speak GraphQL; who asks is said as in HTTP (format.md 2.2). */
export const graphql = defineConnector({
  key: 'graphql',
  label: 'GraphQL',
  description: 'Ask services that speak GraphQL.',
  family: 'network',
  icon: 'waypoints',
  needs: 'network',
  connections: httpConnections,
  actions: { graphqlRequest },
});
