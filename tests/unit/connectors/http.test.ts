/** HTTP: what goes out, what comes back, and what is tried again (format.md 2.2). */
import { describe, expect, it } from 'vitest';
import type { ActionContext, StepDefinition } from '#lib/connectors/define.ts';
import { http } from '#lib/connectors/http/index.ts';
import type { LogLevel } from '#lib/model/execution.ts';
import { FailureError } from '#lib/model/failure.ts';
import { failureOf, fakeFetch, performAction, resultOf } from '../../support/performAction.ts';

const url = 'https://api.example/things';
function action(key: string): StepDefinition {
  const found = http.actions[key];
  if (!found) throw new Error(`HTTP has no “${key}”.`);
  return found;
}

const get = action('httpGet');
const post = action('httpPost');

const text = (body: unknown) => (body instanceof ArrayBuffer ? new TextDecoder().decode(body) : body);

describe('the methods', () => {
  it.each([
    ['httpGet', 'GET'],
    ['httpDelete', 'DELETE'],
    ['httpPost', 'POST'],
    ['httpPut', 'PUT'],
    ['httpPatch', 'PATCH'],
  ])('%s sends a %s', async (key, method) => {
    const { fetch, requests } = fakeFetch(() => ({ text: '{"ok":true}' }));
    expect(await resultOf(action(key), { url, data: '{"a": 1}' }, { fetch })).toEqual({ ok: true });
    expect(requests.map((request) => request.method)).toEqual([method]);
  });

  it.each(['httpGet', 'httpDelete', 'httpPost', 'httpPut', 'httpPatch', 'httpPostFormData'])(
    '%s refuses what is no address',
    async (key) => {
      expect(await failureOf(action(key), { url: 'api.example/things' })).toMatchObject({
        code: 'input',
        message: '“api.example/things” is no address of a web service.',
      });
    },
  );
});

describe('what is sent', () => {
  const sent = async (data: unknown, headers: unknown = []) => {
    const { fetch, requests } = fakeFetch(() => ({}));
    await performAction(post, { url, data, headers }, { fetch });
    return [text(requests[0]?.body), requests[0]?.headers['content-type']];
  };

  it.each([
    ['{"a":  1}', '{"a":  1}', 'application/x-www-form-urlencoded'],
    [{ a: 1 }, '{"a":1}', 'application/json'],
    [[1], '[1]', 'application/json'],
    [5, '5', 'application/json'],
    [new TextEncoder().encode('bytes').buffer, 'bytes', 'application/octet-stream'],
    [{ data: new TextEncoder().encode('x').buffer, contentType: 'image/png' }, 'x', 'image/png'],
    [
      { data: { a: 1 }, contentType: 'no file' },
      '{"data":{"a":1},"contentType":"no file"}',
      'application/json',
    ],
    [
      { data: 'a=1', contentType: 'application/x-www-form-urlencoded' },
      'a=1',
      'application/x-www-form-urlencoded',
    ],
    [{ data: { a: 1 }, contentType: 'application/json' }, '{"a":1}', 'application/json'],
    [
      { data: 'a', contentType: 'text/plain', more: 1 },
      '{"data":"a","contentType":"text/plain","more":1}',
      'application/json',
    ],
    ['', undefined, undefined],
    [null, undefined, undefined],
    [undefined, undefined, undefined],
  ])('%j goes out as %j', async (data, body, contentType) => {
    expect(await sent(data)).toEqual([body, contentType]);
  });

  it('is of the type that a header says', async () => {
    expect(await sent('<a/>', [{ key: 'Content-Type', value: 'text/xml' }])).toEqual(['<a/>', 'text/xml']);
  });

  it('of a larger buffer is only its own part', async () => {
    const buffer = new TextEncoder().encode('before-part-after').buffer;
    expect((await sent(new Uint8Array(buffer, 7, 4)))[0]).toBe('part');
  });

  it('has the query parameters behind those of the address', async () => {
    const { fetch, requests } = fakeFetch(() => ({}));
    const queryParams = [
      { key: 'q', value: 'a b&c' },
      { key: 'q', value: 2 },
    ];
    await performAction(get, { url: `${url}?page=1`, queryParams }, { fetch });
    expect(requests[0]?.url).toBe(`${url}?page=1&q=a+b%26c&q=2`);
  });

  it('has no query parameter without a name or a value', async () => {
    const { fetch, requests } = fakeFetch(() => ({}));
    const queryParams = [
      { key: '', value: '' },
      { key: 'cursor', value: undefined },
      { key: 'empty', value: '' },
    ];
    await performAction(get, { url: ` ${url} `, queryParams }, { fetch });
    expect(requests[0]?.url).toBe(`${url}?empty=`);
  });

  it('is told to the log without who asks', async () => {
    const lines: string[] = [];
    const { fetch } = fakeFetch(() => ({ headers: { 'set-cookie': 'sid=5', 'x-id': '7' } }));
    const headers = [{ key: 'Authorization', value: 'Bearer typed' }];
    const signed = `${url}?X-Amz-Signature=abc&page=2`;
    const log = (_level: LogLevel, line: string) => lines.push(line);
    await performAction(get, { url: signed, headers, debugRequest: 'true' }, { fetch, log });
    expect(lines.join('\n')).not.toMatch(/typed|sid=5|abc/);
    expect(lines.join('\n')).toMatch(/authorization: ••••[^]*page=2|page=2[^]*authorization: ••••/);
    expect(lines.join('\n')).toContain('x-id: 7');
  });

  it('has no header without a name, and says which a browser drops', async () => {
    const lines: string[] = [];
    const { fetch, requests } = fakeFetch(() => ({}));
    const headers = [
      { key: '', value: '' },
      { key: 'X-Id', value: 5 },
      { key: 'Cookie', value: 'a=b' },
      { key: 'Sec-Fetch-Mode', value: 'x' },
    ];
    await performAction(
      get,
      { url, headers },
      { fetch, log: (level, line) => lines.push(`${level} ${line}`) },
    );
    expect(requests[0]?.headers).toMatchObject({ 'x-id': '5' });
    expect(Object.keys(requests[0]?.headers ?? {})).not.toContain('');
    expect(lines).toEqual(['warn A browser does not send these headers: cookie, sec-fetch-mode.']);
  });

  it.each([
    ['a header', 'x y', '1'],
    ['a line break in a value', 'x', 'a\r\nb: c'],
    ['a sign of no Western letter', 'x', '€'],
  ])('is refused with %s that cannot be', async (_what, key, value) => {
    expect(await failureOf(get, { url, headers: [{ key, value }] })).toMatchObject({ code: 'input' });
  });

  it('has a key of its own for this step when it is asked for', async () => {
    const { fetch, requests } = fakeFetch(() => ({}));
    await performAction(post, { url, sendIdempotencyKey: 'true' }, { fetch, idempotencyKey: 'run:Step' });
    await performAction(post, { url }, { fetch, idempotencyKey: 'run:Step' });
    expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['run:Step', undefined]);
  });
});

describe('form data', () => {
  const form = action('httpPostFormData');

  it('has fields, and files with their names and types', async () => {
    const { fetch, requests } = fakeFetch(() => ({ text: '1' }));
    const png = { data: new Uint8Array([137, 80]).buffer, contentType: 'image/png' };
    const inputs = {
      url,
      httpMethod: 'put',
      formData: [{ key: 'title', value: 'Größe' }],
      fileData: [
        { key: 'image', value: png },
        { key: 'note', value: 'plain' },
      ],
      fileDataFileNames: [{ key: 'image', value: 'cog.png' }],
    };
    expect(await resultOf(form, inputs, { fetch })).toBe(1);
    const [request] = requests;
    expect(request?.method).toBe('PUT');
    const headers = { 'content-type': request?.headers['content-type'] ?? '' };
    const sent = await new Response(request?.body as ArrayBuffer, { headers }).formData();
    const image = sent.get('image') as File;
    expect([sent.get('title'), image.name, image.type, image.size]).toEqual([
      'Größe',
      'cog.png',
      'image/png',
      2,
    ]);
    expect([(sent.get('note') as File).name, await (sent.get('note') as File).text()]).toEqual([
      'note',
      'plain',
    ]);
  });

  it('of rows that are none fails', async () => {
    expect(await failureOf(form, { url, formData: 'x' })).toMatchObject({ code: 'input' });
  });
});

describe('the answer', () => {
  const answered = (bytes: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const body = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    return fakeFetch(() => ({ body: body.buffer, headers })).fetch;
  };

  it.each([
    ['json', '{"a":1}', { a: 1 }],
    ['json', 'no json', 'no json'],
    ['json', '', ''],
    ['text', '{"a":1}', '{"a":1}'],
    ['unheard of', '{"a":1}', '{"a":1}'],
  ])('asked for as %s: %j', async (responseType, body, expected) => {
    expect(await resultOf(get, { url, responseType }, { fetch: answered(body) })).toEqual(expected);
  });

  it('is a file when it was asked for as binary, and when it is no text', async () => {
    const bytes = new Uint8Array([255, 216, 0]);
    const fetch = answered(bytes, { 'content-type': 'image/jpeg' });
    const file = { data: bytes.buffer, contentType: 'image/jpeg' };
    expect(await resultOf(get, { url, responseType: 'binary' }, { fetch })).toEqual(file);
    expect(await resultOf(get, { url }, { fetch })).toEqual(file);
  });

  it('can be had in full', async () => {
    const fetch = answered('[1]', { 'x-id': '5' });
    expect(await resultOf(get, { url, includeFullResponse: 'true' }, { fetch })).toEqual({
      data: [1],
      status: 200,
      headers: { 'x-id': '5' },
    });
  });

  it('with an error fails and shows what the service said, if that is text', async () => {
    const said = fakeFetch(() => ({ status: 404, text: 'not here' })).fetch;
    expect(await failureOf(get, { url }, { fetch: said })).toMatchObject({
      code: 'remote',
      retry: false,
      hint: 'Look at the address.',
      detail: 'not here',
    });
    const image = fakeFetch(() => ({
      status: 500,
      text: 'xx',
      headers: { 'content-type': 'image/png' },
    })).fetch;
    expect(await failureOf(get, { url }, { fetch: image })).toMatchObject({
      retry: true,
      detail: '2 bytes of image/png',
    });
  });
});

describe('trying again', () => {
  /** Answers with each status in turn; the last one stays. */
  async function tried(statuses: readonly number[], inputs: Record<string, unknown>) {
    const waits: number[] = [];
    let call = 0;
    const { fetch, requests } = fakeFetch(() => ({
      status: statuses[Math.min(call++, statuses.length - 1)],
    }));
    const wait = (ms: number) => Promise.resolve(void waits.push(ms));
    const context: Partial<ActionContext> = { fetch, wait };
    const ended = await performAction(get, { url, ...inputs }, context).then(
      () => 'done',
      (thrown: unknown) => (thrown as FailureError).failure.message,
    );
    return { requests: requests.length, waits, ended };
  }

  it('happens as often as told, each time later', async () => {
    const inputs = { maxRetries: '3', retryDelayMS: '100', useExponentialBackoff: 'true' };
    expect(await tried([503, 503, 200], inputs)).toEqual({ requests: 3, waits: [100, 200], ended: 'done' });
  });

  it('ends with the last failure', async () => {
    expect(await tried([503], { maxRetries: '2', retryDelayMS: '50' })).toMatchObject({
      requests: 3,
      waits: [50, 50],
      ended: `GET ${url} was answered with status 503.`,
    });
  });

  it.each([
    [404, 'false', 1],
    [404, 'true', 3],
    [429, 'false', 3],
    [500, 'false', 3],
  ])('after %i with “all errors” %s takes %i requests', async (status, retryOnAllErrors, requests) => {
    expect(await tried([status], { maxRetries: '2', retryOnAllErrors })).toMatchObject({ requests });
  });

  it('does not happen when a connection may not be sent there', async () => {
    let calls = 0;
    const fetch = () => {
      calls += 1;
      return Promise.reject(new FailureError({ code: 'connection', message: 'Not there.' }));
    };
    const inputs = { url, maxRetries: '3', retryOnAllErrors: 'true' };
    expect(await failureOf(get, inputs, { fetch })).toMatchObject({ code: 'connection' });
    expect(calls).toBe(1);
  });

  it('happens ten times at most', async () => {
    expect(await tried([503], { maxRetries: '1e9' })).toMatchObject({ requests: 11 });
  });

  it('does not happen when nothing is said of it, or when the run was stopped', async () => {
    expect(await tried([503], {})).toMatchObject({ requests: 1 });
    const stop = new DOMException('stopped', 'AbortError');
    let calls = 0;
    const fetch = () => {
      calls += 1;
      return Promise.reject(stop);
    };
    await expect(performAction(get, { url, maxRetries: '3' }, { fetch })).rejects.toBe(stop);
    expect(calls).toBe(1);
  });
});

describe('a connection', () => {
  /** The header that is sent with it, and what was hidden. */
  async function header(key: string, fields: Record<string, string>, more: Partial<ActionContext> = {}) {
    const hidden: string[] = [];
    const lines: string[] = [];
    const { fetch, requests } = fakeFetch(() => ({ text: '{"access_token":"t0ken"}' }));
    const log = (level: LogLevel, line: string) => lines.push(`${level} ${line}`);
    const secrets = {
      open: () => Promise.resolve({ key, fields }),
      hide: (secret: string) => void hidden.push(secret),
    };
    const connection = { key, configVarKey: 'Acme', fields };
    await performAction(get, { url, connection }, { fetch, log, secrets, ...more });
    const request = requests.at(-1);
    return { header: request?.headers.authorization, redirect: request?.redirect, hidden, lines, requests };
  }

  it.each([
    ['apiKey', { apiKey: 'k3y' }, 'Basic k3y'],
    ['apiKey', { apiKey: 'k3y', authorizationScheme: 'Bearer' }, 'Bearer k3y'],
    ['basic', { username: 'ada', password: 'löve' }, 'Basic YWRhOmzDtnZl'],
  ])('of kind %s with %j is sent as %s, and goes nowhere else', async (key, fields, expected) => {
    const { header: sent, redirect, hidden } = await header(key, fields);
    expect([sent, redirect]).toEqual([expected, 'error']);
    expect(hidden).toEqual([expected.split(' ')[1]]);
  });

  it('that was signed in to sends its token', async () => {
    const secrets = {
      open: () => Promise.resolve({ key: 'authorizationCode', fields: { clientId: 'c' }, token: 't0k' }),
      hide: () => undefined,
    };
    expect((await header('authorizationCode', {}, { secrets })).header).toBe('Bearer t0k');
  });

  it('of a client gets a token first, and hides it', async () => {
    const fields = {
      tokenUrl: 'https://id.example/token',
      clientId: 'me',
      clientSecret: 's3cret',
      scopes: 'a b',
    };
    const { header: sent, hidden, requests } = await header('clientCredentials', fields);
    expect(sent).toBe('Bearer t0ken');
    expect(hidden).toContain('t0ken');
    expect(requests[0]).toMatchObject({
      url: 'https://id.example/token',
      method: 'POST',
      redirect: 'error',
      body: 'grant_type=client_credentials&client_id=me&client_secret=s3cret&scope=a+b',
    });
  });

  it.each([
    ['no address for tokens', { clientId: 'me', clientSecret: 's3cret', tokenUrl: 'here' }],
    [
      'a service that gives none',
      { clientId: 'me', clientSecret: 's3cret', tokenUrl: 'https://id.example/t' },
    ],
  ])('of a client with %s fails', async (_what, fields) => {
    const { fetch } = fakeFetch(() => ({ status: 401, text: 'no' }));
    const connection = { key: 'clientCredentials', configVarKey: 'Acme', fields };
    expect(await failureOf(get, { url, connection }, { fetch })).toMatchObject({ code: 'connection' });
  });

  it('that is empty is left out, and the log says so', async () => {
    const { header: sent, redirect, lines } = await header('apiKey', { apiKey: '' });
    expect([sent, redirect]).toEqual([undefined, undefined]);
    expect(lines).toEqual(['warn The connection “Acme” is empty: the request goes out without it.']);
  });

  it('that was not signed in to fails', async () => {
    const connection = { key: 'authorizationCode', configVarKey: 'Acme', fields: { clientSecret: 's3cret' } };
    expect(await failureOf(get, { url, connection })).toMatchObject({ code: 'connection' });
  });

  it('counts less than a header that is set by hand', async () => {
    const { fetch, requests } = fakeFetch(() => ({}));
    const connection = { key: 'apiKey', configVarKey: 'Acme', fields: { apiKey: 'k3y' } };
    const headers = [{ key: 'Authorization', value: 'Mine' }];
    await performAction(get, { url, connection, headers }, { fetch });
    expect(requests[0]?.headers.authorization).toBe('Mine');
  });
});
