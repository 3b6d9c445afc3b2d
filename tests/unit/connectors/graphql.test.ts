/** GraphQL: what a query becomes, and what an answer means (format.md 2.2). */
import { describe, expect, it } from 'vitest';
import { graphql } from '#lib/connectors/graphql/index.ts';
import { failureOf, fakeFetch, resultOf } from '../../support/performAction.ts';

const { graphqlRequest } = graphql.actions;
if (!graphqlRequest) throw new Error('GraphQL has no request.');

const url = 'https://api.example/graphql';
const query = 'query ($id: ID!, $name: String, $limit: Int, $tags: [String!]) { things { id } }';

describe('a GraphQL request', () => {
  it('sends the query, and gives the whole answer', async () => {
    const { fetch, requests } = fakeFetch(() => ({ text: '{"data":{"things":[]}}' }));
    const inputs = { url, query, headers: [{ key: 'X-Team', value: 'a' }] };
    expect(await resultOf(graphqlRequest, inputs, { fetch })).toEqual({ data: { things: [] } });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', 'x-team': 'a' },
      redirect: 'follow',
    });
    expect(JSON.parse(requests[0]?.body as string)).toEqual({ query, variables: {} });
  });

  it('reads variables as the query declares them', async () => {
    const { fetch, requests } = fakeFetch(() => ({ text: '{"data":{}}' }));
    const variables = [
      { key: 'id', value: '5' },
      { key: 'name', value: '6' },
      { key: 'limit', value: '7' },
      { key: 'tags', value: '["a"]' },
      { key: 'other', value: 'text' },
    ];
    await resultOf(graphqlRequest, { url, query, variables }, { fetch });
    const sent = JSON.parse(requests[0]?.body as string) as { variables: unknown };
    expect(sent.variables).toEqual({ id: '5', name: '6', limit: 7, tags: ['a'], other: 'text' });
  });

  it('says who asks, and is led nowhere else then', async () => {
    const { fetch, requests } = fakeFetch(() => ({ text: '{"data":{}}' }));
    const fields = { apiKey: 'k', authorizationScheme: 'Bearer' };
    const connection = { key: 'apiKey', configVarKey: 'API', fields };
    await resultOf(graphqlRequest, { url, query, connection }, { fetch });
    expect(requests[0]).toMatchObject({ headers: { authorization: 'Bearer k' }, redirect: 'error' });
  });

  it.each([
    ['two words', 'x', '“two words” is no name of a header.'],
    ['x-team', 'a\nb', 'The header “x-team” holds a sign that headers cannot have.'],
  ])('refuses the header %j with %j', async (key, value, message) => {
    const inputs = { url, query, headers: [{ key, value }] };
    expect(await failureOf(graphqlRequest, inputs)).toMatchObject({ code: 'input', message });
  });

  it('fails with the errors of an answer', async () => {
    const errors = [{ message: 'Unknown field' }];
    const { fetch } = fakeFetch(() => ({ text: JSON.stringify({ data: null, errors }) }));
    expect(await failureOf(graphqlRequest, { url, query }, { fetch })).toMatchObject({
      code: 'remote',
      message: 'The GraphQL service answered with errors.',
      detail: JSON.stringify(errors),
    });
  });

  it.each(['api.example', 'ftp://api.example', ''])('refuses the address “%s”', async (address) => {
    expect(await failureOf(graphqlRequest, { url: address, query })).toMatchObject({ code: 'input' });
  });

  it.each(['null', '5', '"text"', '{"errors":[]}'])('gives an answer that is %s as it is', async (text) => {
    const { fetch } = fakeFetch(() => ({ text }));
    expect(await resultOf(graphqlRequest, { url, query }, { fetch })).toEqual(JSON.parse(text));
  });
});
