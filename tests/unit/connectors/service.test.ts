/** What all connectors of a service share: one request, and one sentence when it is refused. */
import { describe, expect, it } from 'vitest';
import type { ActionContext, HttpResponse } from '#lib/connectors/define.ts';
import { callService, type ServiceCall } from '#lib/connectors/service/callService.ts';
import { pathOf } from '#lib/connectors/service/pathOf.ts';
import { defineRawRequest } from '#lib/connectors/service/rawRequest.ts';
import { FailureError } from '#lib/model/failure.ts';
import { failureOf, fakeFetch, performAction } from '../../support/performAction.ts';

const call: ServiceCall = { service: 'Acme', method: 'POST', url: 'https://acme.example/things' };

async function sent(more: Partial<ServiceCall>) {
  const { fetch, requests } = fakeFetch(() => ({}));
  await callService({ fetch }, { ...call, ...more });
  return requests[0];
}

describe('a request to a service', () => {
  it.each([
    ['an object', { a: 1 }, '{"a":1}', 'application/json'],
    ['a list', [1], '[1]', 'application/json'],
    ['a text', 'a=1', 'a=1', 'application/x-www-form-urlencoded'],
  ])('carries %s', async (_name, body, written, contentType) => {
    expect(await sent({ body })).toMatchObject({ body: written, headers: { 'content-type': contentType } });
  });

  it('carries bytes, and nothing of what lies beside them', async () => {
    const bytes = new TextEncoder().encode('..bytes..').subarray(2, 7);
    expect(new TextDecoder().decode((await sent({ body: bytes }))?.body as ArrayBuffer)).toBe('bytes');
  });

  it('has no body when there is nothing to carry', async () => {
    expect(await sent({})).not.toHaveProperty('body');
  });

  it.each([
    ['nothing secret', {}, 'follow'],
    ['who asks', { authorization: 'Bearer t' }, 'error'],
    ['a secret address', { secret: true }, 'error'],
  ])('that carries %s: redirects %s', async (_name, more, redirect) => {
    expect(await sent(more)).toMatchObject({ redirect });
  });

  it('says who asks, whatever the headers say', async () => {
    const request = await sent({
      authorization: 'Bearer t',
      headers: { authorization: 'Bearer other', x: '1' },
    });
    expect(request?.headers).toEqual({ authorization: 'Bearer t', x: '1' });
  });

  it('waits as long as it is told', async () => {
    const waits: unknown[] = [];
    const fetch: ActionContext['fetch'] = (request, timeoutMs) => {
      waits.push(timeoutMs);
      return fakeFetch(() => ({})).fetch(request);
    };
    await callService({ fetch }, { ...call, timeoutMs: 5 });
    expect(waits).toEqual([5]);
  });
});

describe('an answer of a service', () => {
  const read = async (answer: Partial<HttpResponse> & { text?: string }, responseType?: string) => {
    const { fetch } = fakeFetch(() => answer);
    return (await callService({ fetch }, { ...call, ...(responseType && { responseType }) })).data;
  };

  it.each([
    ['{"a":1}', undefined, { a: 1 }],
    ['', undefined, null],
    ['not json', undefined, 'not json'],
    ['{"a":1}', 'text', '{"a":1}'],
    ['', 'text', ''],
  ])('%j as %s', async (text, responseType, data) => {
    expect(await read({ text }, responseType)).toEqual(data);
  });

  it('is a file when it is asked for as one', async () => {
    const headers = { 'content-type': 'image/png' };
    const data = await read({ text: 'png', headers }, 'binary');
    expect(data).toMatchObject({ contentType: 'image/png', data: new TextEncoder().encode('png').buffer });
  });
});

describe('a refusal', () => {
  const refusal = async (status: number, text = '', headers = {}) => {
    const { fetch, requests } = fakeFetch(() => ({ status, text, headers }));
    const thrown: unknown = await callService({ fetch }, call).catch((one: unknown) => one);
    expect(requests).toHaveLength(1);
    return (thrown as FailureError).failure;
  };

  it.each([
    [400, 'remote', false],
    [401, 'connection', false],
    [403, 'connection', false],
    [404, 'remote', false],
    [408, 'remote', true],
    [429, 'remote', true],
    [500, 'remote', true],
    [503, 'remote', true],
  ])('with status %i is %s, may pass: %s', async (status, code, retry) => {
    expect(await refusal(status)).toMatchObject({ code, retry });
  });

  it('is one sentence with a hint', async () => {
    expect(await refusal(401)).toMatchObject({
      message: 'Acme does not accept the connection (status 401).',
      hint: expect.stringContaining('Fill in the connection again') as unknown,
    });
    expect(await refusal(422)).toMatchObject({ message: 'Acme refused the request (status 422).' });
  });

  it('that asks for patience is no question of the connection', async () => {
    expect(await refusal(403, '', { 'retry-after': '60' })).toMatchObject({ code: 'remote', retry: true });
  });

  it.each([
    ['{"message":"No such thing"}', 'No such thing'],
    ['{"error":{"message":"Bad model","type":"x"}}', 'Bad model'],
    ['{"error":"invalid_grant","error_description":"Bad key"}', 'Bad key\ninvalid_grant'],
    [
      '{"message":"Validation Failed","errors":[{"message":"Hook exists"}]}',
      'Validation Failed\nHook exists',
    ],
    ['<html>Bad gateway</html>', '<html>Bad gateway</html>'],
    ['null', 'null'],
    ['[]', '[]'],
  ])('with %s has as its detail what the service says', async (text, detail) => {
    expect((await refusal(400, text)).detail).toBe(detail);
  });

  it('keeps only the beginning of a long answer', async () => {
    expect((await refusal(500, 'x'.repeat(100_000))).detail).toHaveLength(4096);
  });
});

describe('a raw request', () => {
  const base = 'https://acme.example';
  const raw = defineRawRequest('Acme', base, async (context, _connection, request) => {
    const { data } = await callService(context, { ...request, service: 'Acme' });
    return data;
  });

  const request = async (inputs: Record<string, unknown>) => {
    const { fetch, requests } = fakeFetch(() => ({}));
    await performAction(raw, inputs, { fetch });
    return requests[0];
  };

  it.each([
    ['/things', 'https://acme.example/things'],
    ['things?a=1', 'https://acme.example/things?a=1&b=2'],
    ['https://acme.example/things', 'https://acme.example/things'],
  ])('to %s goes to %s', async (url, address) => {
    const queryParams = address.includes('b=2') ? [{ key: 'b', value: '2' }] : [];
    expect(await request({ url, queryParams })).toMatchObject({ url: address, method: 'GET' });
  });

  it.each([
    'https://acme.example.evil.example/x',
    'https://acme.example@evil.example/x',
    'https://acme.example:81/x',
  ])('never goes to another server: %s', async (url) => {
    expect(await failureOf(raw, { url })).toMatchObject({ code: 'input' });
  });

  it('reads other addresses as paths of this server', async () => {
    expect((await request({ url: '//evil.example/x' }))?.url).toBe('https://acme.example//evil.example/x');
    expect((await request({ url: '@evil.example/x' }))?.url).toBe('https://acme.example/@evil.example/x');
  });

  it.each(['GET', 'get', 'HEAD'])('has no data with %s', async (method) => {
    expect(await failureOf(raw, { url: '/x', method, data: '{"a": 1}' })).toMatchObject({
      code: 'input',
      message: `A request with ${method} cannot carry data.`,
    });
    expect(await request({ url: '/x', method, data: '' })).not.toHaveProperty('body');
  });

  it('sends data that is JSON as JSON', async () => {
    expect(await request({ url: '/x', method: 'POST', data: '{"a": 1}' })).toMatchObject({
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
  });
});

describe('headers that a raw request names itself', () => {
  const raw = defineRawRequest('Acme', 'https://acme.example', async (context, _connection, request) => {
    const { data } = await callService(context, { ...request, service: 'Acme' });
    return data;
  });

  it('go out with names in lower case, also with letters of Western Europe', async () => {
    const { fetch, requests } = fakeFetch(() => ({}));
    const headers = rows([' X-Team ', 'Größe'], ['x-count', 5], ['', 'not filled in']);
    await performAction(raw, { url: '/x', headers }, { fetch });
    expect(requests[0]?.headers).toEqual({ 'x-team': 'Größe', 'x-count': '5' });
  });

  it.each([
    ['two words', 'x', '“two words” is no name of a header.'],
    ['größe', 'x', '“größe” is no name of a header.'],
    ['x-team', 'a\r\nb: c', 'The header “x-team” holds a sign that headers cannot have.'],
    ['x-team', '\0', 'The header “x-team” holds a sign that headers cannot have.'],
    ['x-team', '👍', 'The header “x-team” holds a sign that headers cannot have.'],
  ])('are refused when they cannot be sent: %j with %j', async (key, value, message) => {
    const inputs = { url: '/x', headers: rows([key, value]) };
    expect(await failureOf(raw, inputs)).toMatchObject({ code: 'input', message });
  });
});

function rows(...entries: readonly (readonly [string, unknown])[]): object[] {
  return entries.map(([key, value]) => ({ key, value }));
}

describe('names in an address', () => {
  it('hold any character', () => {
    expect(pathOf(['b', 'a/b c?#', 'ü'])).toBe('b/a%2Fb%20c%3F%23/%C3%BC');
  });

  it.each(['', '.', '..'])('are refused when they lead elsewhere: “%s”', (name) => {
    expect(() => pathOf(['b', name])).toThrow(FailureError);
  });
});
