import { defineConnector } from '#lib/connectors/define.ts';
import { graphqlRequest } from '#lib/connectors/graphql/graphqlRequest.ts';
import { field, oauthFields, secretField } from '#lib/connectors/service/fields.ts';

const fields = oauthFields({ authorizeUrl: '', tokenUrl: '', scopes: '' });
const { authorizeUrl: _authorizeUrl, ...withoutPerson } = fields;

/** Requests to services that speak GraphQL (format.md 2.2). */
export const graphql = defineConnector({
  key: 'graphql',
  label: 'GraphQL',
  description: 'Ask services that speak GraphQL.',
  family: 'network',
  icon: 'waypoints',
  needs: 'network',
  connections: {
    apiKey: { label: 'API key', fields: { apiKey: secretField('API key') } },
    basic: { label: 'User and password', fields: { username: field('User'), password: secretField('Password') } },
    authorizationCode: { label: 'OAuth 2.0 with a person', fields },
    clientCredentials: { label: 'OAuth 2.0 without a person', fields: withoutPerson },
  },
  actions: { graphqlRequest },
});
