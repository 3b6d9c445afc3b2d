/** Google Cloud Storage: who asks, and what is asked (format.md 2.4, the files case of 5.1). */
import { beforeAll, describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse, StepDefinition } from '#lib/connectors/define.ts';
import { googleCloudStorage } from '#lib/connectors/googlestorage/index.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { failureOf, fakeFetch, performAction, resultOf } from '../../support/performAction.ts';

function action(key: string): StepDefinition {
  const found = googleCloudStorage.actions[key];
  if (!found) throw new Error(`Google Cloud Storage has no “${key}”.`);
  return found;
}

const tokenUrl = 'https://oauth2.googleapis.com/token';
const files = 'https://storage.googleapis.com/storage/v1/b/orders/o';
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

let keys: CryptoKeyPair;
let connection: ConnectionValue;

beforeAll(async () => {
  const shape = { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  keys = await crypto.subtle.generateKey(shape, true, ['sign', 'verify']);
  const bytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = btoa(String.fromCharCode(...bytes)).replace(/.{64}/g, '$&\n');
  connection = connectionWith(`-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`);
});

function connectionWith(privateKey: string, clientEmail = 'sluice@acme.iam.example'): ConnectionValue {
  const fields = { clientEmail, privateKey, projectId: 'acme' };
  return { key: 'privateKey', configVarKey: 'GCS', fields };
}

type Answer = Partial<HttpResponse> & { text?: string };

/** Google with a token for everybody; the rest is up to the test. */
const google = (answer: (request: HttpRequest) => Answer) =>
  fakeFetch((request) =>
    request.url === tokenUrl ? { text: '{"access_token":"ya29.1"}' } : answer(request),
  );

const bytesOf = (part = '') =>
  Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const jsonOf = (part = '') => JSON.parse(new TextDecoder().decode(bytesOf(part))) as unknown;

describe('who asks', () => {
  const list = async (given: ConnectionValue | undefined, { fetch }: ReturnType<typeof fakeFetch>) =>
    await performAction(action('listFiles'), { connection: given, bucketName: 'orders' }, { fetch });

  it('is stated in a token that the public key proves', async () => {
    const server = google(() => ({ text: '{}' }));
    await list(connection, server);
    const [exchange] = server.requests;
    expect(exchange).toMatchObject({ method: 'POST', url: tokenUrl, redirect: 'error' });
    const form = new URLSearchParams(exchange?.body as string);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [header, claims, signature] = form.get('assertion')?.split('.') ?? [];
    expect(jsonOf(header)).toEqual({ alg: 'RS256', typ: 'JWT' });
    const now = Date.UTC(2026, 0, 1) / 1000;
    expect(jsonOf(claims)).toEqual({
      iss: 'sluice@acme.iam.example',
      scope: 'https://www.googleapis.com/auth/devstorage.read_write',
      aud: tokenUrl,
      iat: now,
      exp: now + 3600,
    });
    const signed = new TextEncoder().encode(`${header}.${claims}`);
    const isTrue = await crypto.subtle.verify(algorithm.name, keys.publicKey, bytesOf(signature), signed);
    expect(isTrue).toBe(true);
  });

  it('is shown with the token, which is written nowhere', async () => {
    const hidden: string[] = [];
    const opened: string[] = [];
    const { fetch, requests } = google(() => ({ text: '{}' }));
    const secrets = {
      open: ({ key, fields }: ConnectionValue, address = '') => {
        opened.push(address);
        return Promise.resolve({ key, fields: fields as Record<string, string> });
      },
      hide: (text: string) => hidden.push(text),
    };
    await performAction(action('listFiles'), { connection, bucketName: 'orders' }, { fetch, secrets });
    expect(requests[1]).toMatchObject({ headers: { authorization: 'Bearer ya29.1' }, redirect: 'error' });
    const assertion = new URLSearchParams(requests[0]?.body as string).get('assertion');
    expect(hidden).toEqual([assertion, 'ya29.1']);
    expect(opened).toEqual(['https://storage.googleapis.com', tokenUrl]);
  });

  it('may have its line ends written as in the key file', async () => {
    const { privateKey } = connection.fields as { privateKey: string };
    const server = google(() => ({ text: '{}' }));
    await list(connectionWith(privateKey.replaceAll('\n', '\\n')), server);
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['no connection', () => undefined],
    ['an empty connection', () => connectionWith('', '')],
  ])('is nobody with %s: public files can be read', async (_name, given) => {
    const server = google(() => ({ text: '{}' }));
    await list(given(), server);
    expect(server.requests.map(({ headers }) => headers)).toEqual([{}]);
  });

  it('is known already when somebody signed in', async () => {
    const server = google(() => ({ text: '{}' }));
    const signedIn = { key: 'googleOAuth', configVarKey: 'GCS', fields: {}, token: 'ya29.2' };
    const secrets = {
      open: () => Promise.resolve({ key: 'googleOAuth', fields: {}, token: 'ya29.2' }),
      hide: () => undefined,
    };
    const inputs = { connection: signedIn, bucketName: 'orders' };
    await performAction(action('listFiles'), inputs, { fetch: server.fetch, secrets });
    expect(server.requests.map(({ headers }) => headers)).toEqual([{ authorization: 'Bearer ya29.2' }]);
  });

  it.each([
    ['a key that is none', 'secret', 'The private key of the connection is none that Google makes.'],
    [
      'a key of another kind',
      '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----',
      'The private key of the connection is none that Google makes.',
    ],
    ['no key', '', 'The connection “GCS” holds no private key yet.'],
  ])('fails with %s', async (_name, privateKey, message) => {
    const inputs = { connection: connectionWith(privateKey), bucketName: 'orders' };
    expect(await failureOf(action('listFiles'), inputs)).toMatchObject({ code: 'connection', message });
  });

  it.each([
    ['an unknown account', { status: 400, text: '{"error":"invalid_grant"}' }, 'connection', false],
    ['no token', { text: '{}' }, 'connection', false],
    ['trouble', { status: 503 }, 'remote', true],
  ])('fails when Google answers with %s', async (_name, answer, code, retry) => {
    const { fetch } = fakeFetch(() => answer);
    const inputs = { connection, bucketName: 'orders' };
    expect(await failureOf(action('listFiles'), inputs, { fetch })).toMatchObject({ code, retry });
  });
});

describe('lists of files', () => {
  const pages = () =>
    google(({ url }) => {
      const isLast = new URL(url).searchParams.get('pageToken') === 'two';
      const names = isLast ? ['in/c.xml'] : ['in/', 'in/a.xml', 'in/b.xml'];
      return {
        text: JSON.stringify({
          items: names.map((name) => ({ name })),
          ...(!isLast && { nextPageToken: 'two' }),
        }),
      };
    });

  it('are names, page by page, without folders', async () => {
    const { fetch, requests } = pages();
    const inputs = { connection, bucketName: 'orders', prefix: 'in/', pageToken: '', maxResults: '3' };
    expect(await resultOf(action('listFilesV2'), inputs, { fetch })).toEqual({
      files: ['in/a.xml', 'in/b.xml'],
      pagination: { pageToken: 'two', maxResults: 3, prefix: 'in/' },
    });
    const query = Object.fromEntries(new URL(requests[1]?.url ?? '').searchParams);
    expect(query).toEqual({ prefix: 'in/', maxResults: '3', fields: 'items(name),nextPageToken' });
  });

  it('hold all pages when they are asked for', async () => {
    const inputs = { connection, bucketName: 'orders', fetchAll: 'true' };
    const { files: found } = (await resultOf(action('listFilesV2'), inputs, pages())) as { files: string[] };
    expect(found).toEqual(['in/a.xml', 'in/b.xml', 'in/c.xml']);
  });

  it('of the older action are a list of all names', async () => {
    const inputs = { connection, bucketName: 'orders', prefix: 'in/' };
    expect(await resultOf(action('listFiles'), inputs, pages())).toEqual([
      'in/a.xml',
      'in/b.xml',
      'in/c.xml',
    ]);
  });

  it.each([
    'null',
    '[]',
    'files',
    '{"items":null}',
    '{"items":[null]}',
    '{"items":[{}]}',
    '{"items":{}}',
    '{"nextPageToken":2}',
  ])('fail when the answer is %s', async (text) => {
    const { fetch } = google(() => ({ text }));
    expect(await failureOf(action('listFiles'), { connection, bucketName: 'orders' }, { fetch })).toEqual(
      expect.objectContaining({
        code: 'remote',
        message: 'Google Cloud Storage answered with something else than a page of a list.',
      }),
    );
  });

  it('end where a page leads to itself', async () => {
    const { fetch, requests } = google(() => ({ text: '{"nextPageToken":"two"}' }));
    expect(
      await failureOf(action('listFiles'), { connection, bucketName: 'orders' }, { fetch }),
    ).toMatchObject({ code: 'remote' });
    expect(requests).toHaveLength(3);
  });

  it('end in a limit where there is always one more page', async () => {
    let pages = 0;
    const { fetch } = google(() => ({ text: JSON.stringify({ nextPageToken: `${(pages += 1)}` }) }));
    expect(
      await failureOf(action('listFiles'), { connection, bucketName: 'orders' }, { fetch }),
    ).toMatchObject({ code: 'limit', message: 'Google Cloud Storage lists more than 1,000 pages.' });
    expect(pages).toBe(1000);
  });

  it.each(['listFiles', 'listFilesV2'])('%s says what Google says of an unknown bucket', async (key) => {
    const { fetch } = google(() => ({ status: 404, text: '{"error":{"message":"No such bucket"}}' }));
    expect(await failureOf(action(key), { connection, bucketName: 'orders' }, { fetch })).toMatchObject({
      code: 'remote',
      detail: 'No such bucket',
    });
  });
});

describe('one file', () => {
  const inputs = () => ({ connection, bucketName: 'orders', fileName: 'in/a b.xml' });
  const place = `${files}/in%2Fa%20b.xml`;

  it('is downloaded as bytes', async () => {
    const headers = { 'content-type': 'application/xml' };
    const { fetch, requests } = google(() => ({ text: '<order/>', headers }));
    const data = new TextEncoder().encode('<order/>').buffer;
    expect(await resultOf(action('downloadFile'), inputs(), { fetch })).toEqual({
      data,
      contentType: 'application/xml',
    });
    expect(requests[1]).toMatchObject({ method: 'GET', url: `${place}?alt=media` });
  });

  it.each([
    ['text', 'Hello', '', 'text/plain'],
    ['a file', { data: new TextEncoder().encode('Hello'), contentType: 'text/x' }, '', 'text/x'],
    ['text of a type', 'Hello', 'text/csv', 'text/csv'],
  ])('is saved from %s', async (_name, fileContents, contentType, sent) => {
    const { fetch, requests } = google(() => ({ text: '{"name":"in/a b.xml"}' }));
    const given = { ...inputs(), fileContents, contentType };
    expect(await resultOf(action('saveFile'), given, { fetch })).toEqual({ name: 'in/a b.xml' });
    expect(requests[1]).toMatchObject({
      method: 'POST',
      url: 'https://storage.googleapis.com/upload/storage/v1/b/orders/o?uploadType=media&name=in%2Fa+b.xml',
      headers: { 'content-type': sent },
    });
    expect(new TextDecoder().decode(requests[1]?.body as ArrayBuffer)).toBe('Hello');
  });

  it('is deleted', async () => {
    const { fetch, requests } = google(() => ({ status: 204 }));
    expect(await resultOf(action('deleteFile'), inputs(), { fetch })).toBeNull();
    expect(requests[1]).toMatchObject({ method: 'DELETE', url: place });
  });

  it.each(['downloadFile', 'deleteFile'])('%s never means the bucket itself', async (key) => {
    for (const fileName of ['..', '.', '']) {
      const { fetch, requests } = google(() => ({}));
      expect(await failureOf(action(key), { ...inputs(), fileName }, { fetch })).toMatchObject({
        code: 'input',
      });
      expect(requests.map(({ url }) => url)).toEqual([tokenUrl]);
    }
  });

  it('that nobody may write says so', async () => {
    const { fetch } = google(() => ({ status: 403, text: '{"error":{"message":"No access"}}' }));
    expect(await failureOf(action('saveFile'), inputs(), { fetch })).toMatchObject({
      code: 'connection',
      detail: 'No access',
    });
  });
});

describe('a file to another place', () => {
  const inputs = () => ({
    connection,
    sourceBucketName: 'orders',
    sourceFileName: 'unprocessed/a.xml',
    destinationBucketName: 'orders',
    destinationFileName: 'processed/a.xml',
  });
  const source = `${files}/unprocessed%2Fa.xml`;
  const copy = `${source}/rewriteTo/b/orders/o/processed%2Fa.xml`;
  const done = { done: true, resource: { name: 'processed/a.xml' } };
  const asked = (requests: readonly HttpRequest[]) => requests.map(({ method, url }) => `${method} ${url}`);

  it('is copied', async () => {
    const { fetch, requests } = google(() => ({ text: JSON.stringify(done) }));
    expect(await resultOf(action('copyFile'), inputs(), { fetch })).toEqual({ name: 'processed/a.xml' });
    expect(asked(requests)).toEqual([`POST ${tokenUrl}`, `POST ${copy}`]);
  });

  it('is moved with one token: copied, then deleted', async () => {
    const { fetch, requests } = google(({ method }) => ({
      text: method === 'POST' ? JSON.stringify(done) : '',
    }));
    expect(await resultOf(action('moveFile'), inputs(), { fetch })).toEqual({ name: 'processed/a.xml' });
    expect(asked(requests)).toEqual([`POST ${tokenUrl}`, `POST ${copy}`, `DELETE ${source}`]);
  });

  it('is copied in as many turns as Google takes', async () => {
    const { fetch, requests } = google(({ url }) => ({
      text: JSON.stringify(url.includes('rewriteToken=two') ? done : { done: false, rewriteToken: 'two' }),
    }));
    expect(await resultOf(action('copyFile'), inputs(), { fetch })).toEqual({ name: 'processed/a.xml' });
    expect(requests).toHaveLength(3);
  });

  it('stays where it is when it is there already', async () => {
    const { fetch, requests } = google(() => ({ text: JSON.stringify(done) }));
    const given = { ...inputs(), destinationFileName: 'unprocessed/a.xml' };
    await resultOf(action('moveFile'), given, { fetch });
    expect(requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  it('is not deleted when it could not be copied', async () => {
    const { fetch, requests } = google(() => ({ status: 404 }));
    expect(await failureOf(action('moveFile'), inputs(), { fetch })).toMatchObject({ code: 'remote' });
    expect(requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  it.each([
    '{}',
    '',
    'null',
    'copied',
    '{"done":false}',
    '{"done":"true","resource":{}}',
    '{"done":true}',
    '{"done":true,"resource":null}',
    '{"done":true,"rewriteToken":"two"}',
    '{"resource":{"name":"processed/a.xml"}}',
    '{"done":false,"rewriteToken":""}',
    '{"done":false,"rewriteToken":2}',
  ])('is not deleted when the answer is %j', async (text) => {
    const { fetch, requests } = google(() => ({ text }));
    expect(await failureOf(action('moveFile'), inputs(), { fetch })).toMatchObject({
      code: 'remote',
      message: 'Google Cloud Storage did not say that the file was copied.',
    });
    expect(asked(requests)).toEqual([`POST ${tokenUrl}`, `POST ${copy}`]);
  });
});
