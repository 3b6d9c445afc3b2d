import { expect, it } from 'vitest';
import { rawRequest } from '#lib/connectors/prismatic/rawRequest.ts';
import { failureOf, fakeFetch, performAction, resultOf } from '../../support/performAction.ts';

const query = 'query q($id: ID!) { executionResult(id: $id) { endedAt } }';
const inputs = {
  connection: { key: 'apiKey', configVarKey: 'Prismatic', fields: { apiKey: 'k3y' } },
  query,
  variables: [{ key: 'id', value: '5' }],
};
const answer = { data: { executionResult: { endedAt: null } } };

it('a query is answered under “data”', async () => {
  const { fetch, requests } = fakeFetch(() => ({ text: JSON.stringify(answer) }));
  expect(await resultOf(rawRequest, inputs, { fetch })).toEqual({ data: answer });
  expect(requests).toMatchObject([
    {
      url: 'https://app.prismatic.io/api',
      method: 'POST',
      headers: { authorization: 'Bearer k3y' },
      body: JSON.stringify({ query, variables: { id: '5' } }),
      redirect: 'error',
    },
  ]);
});

it('without a key it goes out as it is, and the log says so', async () => {
  const lines: string[] = [];
  const { fetch, requests } = fakeFetch(() => ({ text: JSON.stringify(answer) }));
  const log = (_level: unknown, line: string) => lines.push(line);
  await performAction(rawRequest, { query }, { fetch, log });
  expect(requests[0]?.headers).not.toHaveProperty('authorization');
  expect(lines).toEqual(['There is no API key: the request goes out without one.']);
});

it('an answer that lists errors fails', async () => {
  const { fetch } = fakeFetch(() => ({ text: '{"errors":[{"message":"no such field"}]}' }));
  const failure = await failureOf(rawRequest, inputs, { fetch });
  expect(failure).toMatchObject({ code: 'remote', message: 'Prismatic answered with errors.' });
  expect(failure.detail).toContain('no such field');
});
