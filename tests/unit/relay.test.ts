/** The server behind `npm start`, asked over real connections: what it serves, refuses and says. */
import { rmSync, symlinkSync, utimesSync } from 'node:fs';
import { connect } from 'node:net';
import type { OutgoingHttpHeaders } from 'node:http';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserAddress, readAddress } from '../../src/relay/address.ts';
import { serve, type Site } from '../../src/relay/serve.ts';
import {
  ask,
  buildApp,
  pageWith,
  POLICY,
  runStart,
  runStartWithin,
  SCRIPT,
  SCRIPT_PATH,
  SECRET,
  write,
  type Reply,
} from '../support/relaySite.ts';

const INSECURE_TITLE = 'This address is not secure enough for Sluice';

const folder = buildApp();
let site: Site;
let port: number;

beforeAll(async () => {
  const opened = await serve(folder, { host: '127.0.0.1', port: 0 });
  if ('problem' in opened) throw new Error(opened.problem);
  site = opened;
  port = Number(new URL(site.address).port);
});

afterAll(() => {
  site.close();
  rmSync(dirname(folder), { recursive: true });
});

describe('places and files', () => {
  test.each(['/', '/integrations', '/integrations/7/edit?step=a.b', '/types', '/types/', '//integrations'])(
    'a place in the app, %s, is answered by the page',
    async (path) => {
      const reply = await get(path);
      expect(reply.status).toBe(200);
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.body).toContain('the app');
    },
  );

  test.each([
    '/missing.js',
    '/_app/immutable/entry/missing.js',
    '/_app/immutable/missing',
    '/favicon.ico',
    '/index.html/',
    '/index.html/more.js',
  ])('a missing file, %s, is 404 as text, also for a browser', async (path) => {
    const reply = await get(path, { accept: 'text/html,*/*' });
    expect(reply.status).toBe(404);
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  test.each([
    ['/types/a.woff2', 'font/woff2'],
    ['/types/a.svg', 'image/svg+xml; charset=utf-8'],
    ['/_app/version.json', 'application/json; charset=utf-8'],
    ['/types/a.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/types/a.wasm', 'application/wasm'],
    ['/types/a.js.map', 'application/json; charset=utf-8'],
    ['/types/a.yaml', 'application/yaml; charset=utf-8'],
    ['/types/a.css', 'text/css; charset=utf-8'],
    [SCRIPT_PATH, 'text/javascript; charset=utf-8'],
    ['/types/a.xyz', 'application/octet-stream'],
  ])('%s is %s', async (path, type) => {
    expect((await get(path)).headers['content-type']).toBe(type);
  });

  test('HEAD has the headers of GET and no body', async () => {
    const full = await get('/');
    const head = await get('/', {}, 'HEAD');
    expect(head.body).toBe('');
    expect(head.headers['content-length']).toBe(full.headers['content-length']);
    expect(head.headers.etag).toBe(full.headers.etag);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])(
    '%s is 405 and says what is allowed',
    async (method) => {
      const reply = await get('/', {}, method);
      expect(reply.status).toBe(405);
      expect(reply.headers.allow).toBe('GET, HEAD');
    },
  );

  test.each(['/%', '/%zz', '/%c3%28', '/a%00.js', '/..\\secret.txt', '/%5c..%5csecret.txt', '*'])(
    'an address that cannot be read, %s, is 400',
    async (path) => expect((await get(path)).status).toBe(400),
  );

  test('a browser that goes to such an address is shown a page with a way on', async () => {
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    const reply = await get('/integrations/%E0%A4%A<b>', { accept });
    expect(reply.status).toBe(400);
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.body).toContain('<h1>This address cannot be read</h1>');
    expect(reply.body).toContain('<a href="/">');
    expect(reply.body).not.toContain('<b>');
    expect((await get('/%E0%A4%A')).headers['content-type']).toBe('text/plain; charset=utf-8');
  });
});

describe('staying inside the folder', () => {
  test.each([
    '/../secret.txt',
    '/../../../../../../etc/passwd',
    '/types/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2f..%2fetc%2fpasswd',
    '/.%2e/secret.txt',
    '/%252e%252e/secret.txt',
    '/..;/secret.txt',
    '/..%c0%afsecret.txt',
    '/../build-other/secret.txt',
    '/..%5csecret.txt',
    '/.hidden',
    '/%2ehidden',
    '/.git/config',
    '//../secret.txt',
  ])('%s gives nothing away', async (path) => {
    const reply = await get(path);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.body).not.toContain(SECRET);
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  test.skipIf(process.platform === 'win32')(
    'a link is followed inside the folder but not out of it',
    async () => {
      symlinkSync(join(folder, '../secret.txt'), join(folder, 'out.txt'));
      symlinkSync(join(folder, '../build-other'), join(folder, 'other'));
      symlinkSync(join(folder, '..'), join(folder, 'up'));
      symlinkSync(join(folder, '_app/version.json'), join(folder, 'in.json'));
      expect((await get('/out.txt')).status).toBe(404);
      expect((await get('/other/secret.txt')).status).toBe(404);
      expect((await get('/other/secret.txt')).status).toBe(404);
      expect((await get('/up/secret.txt')).status).toBe(404);
      expect((await get('/in.json')).body).toBe('{"version":"1"}');
    },
  );
});

describe('caching and compression', () => {
  test('hashed files are kept for a year, others are asked for again', async () => {
    const script = await get(SCRIPT_PATH);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/integrations', '/_app/version.json', '/missing.js'])
      expect((await get(path)).headers['cache-control']).toBe('no-cache');
  });

  test('an unchanged file is 304 without a body, a changed one is sent', async () => {
    const { etag } = (await get('/_app/version.json')).headers;
    expect(etag).toMatch(/^"[^"]+"$/);
    const again = await get('/_app/version.json', { 'if-none-match': `"other", W/${etag}` });
    expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
    const other = await get('/_app/version.json', { 'if-none-match': '"other"' });
    expect([other.status, other.body]).toEqual([200, '{"version":"1"}']);
  });

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.2, gzip;q=0.9', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['br;q=0, gzip;q=0', undefined],
    ['identity', undefined],
    [undefined, undefined],
  ])('Accept-Encoding %s is answered with %s', async (accepted, encoding) => {
    const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
    const reply = await get(SCRIPT_PATH, headers);
    const sizes = { br: brotliCompressSync(SCRIPT).length, gzip: gzipSync(SCRIPT).length };
    expect(reply.headers['content-encoding']).toBe(encoding);
    expect(reply.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(reply.headers.vary).toBe('accept-encoding');
    const length = encoding ? sizes[encoding as keyof typeof sizes] : SCRIPT.length;
    expect(reply.headers['content-length']).toBe(String(length));
  });

  test('the forms of a file have different tags', async () => {
    const plain = await get(SCRIPT_PATH);
    const compressed = await get(SCRIPT_PATH, { 'accept-encoding': 'br' });
    expect(compressed.headers.etag).not.toBe(plain.headers.etag);
  });

  test('a file without compressed forms is sent as it is', async () => {
    const reply = await get('/types/a.svg', { 'accept-encoding': 'br, gzip' });
    expect([reply.headers['content-encoding'], reply.headers.vary]).toEqual([undefined, undefined]);
  });
});

describe('headers', () => {
  test.each([
    ['GET', '/'],
    ['GET', SCRIPT_PATH],
    ['GET', '/missing.js'],
    ['GET', '/%'],
    ['POST', '/'],
  ])('%s %s carries the policy of the page and the other safeguards', async (method, path) => {
    const { headers } = await get(path, {}, method);
    expect(headers).toMatchObject({
      'content-security-policy': `${POLICY}; frame-ancestors 'none'`,
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
  });

  test('the policy follows the page when it is built again, and stays while the page is away', async () => {
    const changed = "default-src 'self'; img-src https://a.example/?a&b";
    write(folder, 'index.html', pageWith(changed.replace('&', '&amp;')));
    // The same size within the same tick of the clock would look unchanged.
    utimesSync(join(folder, 'index.html'), 1, 1);
    expect(await policyOfServer()).toBe(`${changed}; frame-ancestors 'none'`);
    rmSync(join(folder, 'index.html'));
    expect(await policyOfServer()).toBe(`${changed}; frame-ancestors 'none'`);
    write(folder, 'index.html', pageWith(POLICY));
    expect(await policyOfServer()).toBe(`${POLICY}; frame-ancestors 'none'`);
  });
});

describe('a host that is no secure context', () => {
  test.each([
    '192.168.1.5:4173',
    'sluice.local',
    'localhost.example.com',
    '127.0.0.1.example.com',
    '128.0.0.1',
    '[::2]:80',
  ])('a page asked of %s is a page that says what to do', async (host) => {
    const reply = await get('/integrations', { host, accept: 'text/html' });
    const local = `http://localhost${/:\d+$/.exec(host)?.[0] ?? ''}`;
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
    });
    expect(reply.body).toContain(INSECURE_TITLE);
    expect(reply.body).toContain(`<a href="${local}">${local}</a>`);
    expect(reply.body).not.toContain('<script');
  });

  test('only digits of the header get into the page', async () => {
    const reply = await get('/', { host: 'x"><b>:1<i>' });
    expect(reply.body).toContain('href="http://localhost"');
    expect(reply.body).not.toContain('<b>');
  });

  test('the page itself by its file name is no way around it', async () => {
    expect((await get('/index.html', { host: '10.0.0.1' })).body).toContain(INSECURE_TITLE);
  });

  test('files are still files there', async () => {
    expect((await get('/_app/version.json', { host: '10.0.0.1' })).body).toBe('{"version":"1"}');
  });

  test.each([
    'localhost',
    'LOCALHOST:4173',
    'localhost.:80',
    'app.localhost:4173',
    '127.0.0.1',
    '127.9.8.7:1',
    '[::1]:4173',
  ])('%s is trusted', async (host) => expect((await get('/', { host })).body).toContain('the app'));

  test.each([
    { 'x-forwarded-proto': 'https' },
    { 'x-forwarded-proto': 'HTTPS, http' },
    { 'sec-fetch-dest': 'document' },
  ])('https in front is trusted: %o', async (headers) => {
    expect((await get('/', { host: 'sluice.example.com', ...headers })).body).toContain('the app');
  });

  test('a proxy that was reached by http is not', async () => {
    const headers = { host: 'sluice.example.com', 'x-forwarded-proto': 'http, https' };
    expect((await get('/', headers)).body).toContain(INSECURE_TITLE);
  });
});

describe('starting', { timeout: 20_000 }, () => {
  test('HOST and PORT come from the environment', () => {
    expect(readAddress({})).toEqual({ host: '127.0.0.1', port: 4173 });
    expect(readAddress({ HOST: '0.0.0.0', PORT: '80' })).toEqual({ host: '0.0.0.0', port: 80 });
  });

  test.each(['abc', '65536', '-1', '80.5', '0x50', '123456'])('PORT %s is refused in a sentence', (PORT) => {
    const problem = `PORT is "${PORT}", but it must be a whole number from 0 to 65535.`;
    expect(readAddress({ PORT })).toEqual({ problem });
  });

  test.each([
    ['127.0.0.1', 'http://127.0.0.1:80'],
    ['0.0.0.0', 'http://127.0.0.1:80'],
    ['::', 'http://[::1]:80'],
    ['::1', 'http://[::1]:80'],
    ['localhost', 'http://localhost:80'],
  ])('listening on %s, the address to open is %s', (host, address) => {
    expect(browserAddress({ host, port: 80 })).toBe(address);
  });

  test('a port that is taken, a host that is elsewhere and a missing build are problems', async () => {
    expect(await problemOf(folder, '127.0.0.1', port)).toMatch(
      /^Port \d+ on 127\.0\.0\.1 is already in use: /,
    );
    expect(await problemOf(folder, '192.0.2.1', 0)).toMatch(
      /^HOST is "192\.0\.2\.1", which is not an address/,
    );
    expect(await problemOf(join(folder, 'none'), '127.0.0.1', 0)).toMatch(/^There is no built app in /);
  });

  test('when it cannot start, the command says so in a sentence and ends with exit code 1', async () => {
    const taken = await runStart(folder, { PORT: String(port) });
    expect(taken).toMatchObject({ code: 1, stdout: '' });
    expect(taken.stderr).toMatch(/^Port \d+ on 127\.0\.0\.1 is already in use: [^\n]+\n$/);
    expect(await runStart(folder, { PORT: 'x' })).toMatchObject({ code: 1, stdout: '' });
  });

  test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'the command prints one line, and %s ends it even while a client is in the middle of a request',
    async (signal) => {
      const ended = await runStart(folder, { PORT: '0' }, (command, { hostname, port }) => {
        const client = connect(Number(port), hostname, () => {
          client.write('GET / HTTP/1.1\r\nhost: half');
          // Connections are taken in turn, so once this one is answered the half request has arrived.
          void ask(Number(port), '/').then(() => command.kill(signal));
        });
        client.on('error', () => client.destroy());
      });
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(ended.stdout).toMatch(/^Sluice is ready: http:\/\/127\.0\.0\.1:\d+\n$/);
    },
  );

  test.skipIf(process.platform === 'win32')('it ends when the npm that started it was ended', async () => {
    const env = { PORT: '0', npm_lifecycle_event: 'start' };
    const ended = await runStartWithin(folder, env, (around) => around.kill('SIGKILL'));
    expect(ended).toMatchObject({ code: null, stdout: expect.stringContaining('Sluice is ready') });
  });
});

function get(path: string, headers?: OutgoingHttpHeaders, method?: string): Promise<Reply> {
  return ask(port, path, headers, method);
}

async function problemOf(from: string, host: string, at: number): Promise<string> {
  const opened = await serve(from, { host, port: at });
  if ('problem' in opened) return opened.problem;
  opened.close();
  return 'none';
}

async function policyOfServer(): Promise<string> {
  return String((await get('/types/a.svg')).headers['content-security-policy']);
}
