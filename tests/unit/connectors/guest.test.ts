/** What lives beside the user's code in every sandbox; evaluated here, because this code is our own. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { guestSource } from '#lib/connectors/code/guest/source.js';
import { prepareCode } from '#lib/connectors/code/prepareCode.ts';

interface Guest {
  connect: (host: object) => void;
  console: Console;
  fetch: typeof fetch;
  describe: (thrown: unknown) => { name: string; message: string; stack: string };
  load: (script: unknown) => Promise<void>;
  call: (how: string, given: readonly unknown[]) => Promise<unknown>;
}

const folder = new URL('../../../src/lib/connectors/code/guest/', import.meta.url);
const read = (name: string) => readFileSync(new URL(`${name}.js`, folder), 'utf8');
const file = guestSource({
  guest: read('guest'),
  log: read('log'),
  network: read('network'),
  plain: read('plain'),
});

function open(host: object = {}): Guest {
  const guest = ((0, eval)(file) as () => Guest)();
  guest.connect({
    log: () => undefined,
    request: () => Promise.reject(new Error('no network')),
    invokeFlow: () => Promise.reject(new Error('no flows')),
    ...host,
  });
  return guest;
}

async function loaded(code: string, host: object = {}): Promise<Guest> {
  const prepared = prepareCode(code);
  if ('problem' in prepared) throw new Error(prepared.problem.message);
  const guest = open(host);
  await guest.load((0, eval)(prepared.script));
  return guest;
}

const call = async (code: string, host: object = {}, ...given: unknown[]) =>
  await (await loaded(code, host)).call('call', given.length > 0 ? given : [{}, {}]);

describe('a function of the user', () => {
  it('filters with item and index, also when it waits', async () => {
    const guest = await loaded('async (item, index) => item > 1 && index < 3');
    expect(await guest.call('filter', [[1, 2, 3, 4]])).toEqual([2, 3]);
  });

  it('maps in order', async () => {
    const guest = await loaded('(item, index) => ({ [item]: index })');
    expect(await guest.call('map', [['a', 'b']])).toEqual([{ a: 0 }, { b: 1 }]);
  });

  it('sorts a copy, and cannot wait meanwhile', async () => {
    const items = [3, 1, 2];
    expect(await (await loaded('(a, b) => b - a')).call('sort', [items])).toEqual([3, 2, 1]);
    expect(items).toEqual([3, 1, 2]);
    await expect((await loaded('async (a, b) => b - a')).call('sort', [items])).rejects.toThrow(
      'cannot wait',
    );
  });

  it('is asked for when there is none', async () => {
    await expect(loaded('const a = 1;')).rejects.toThrow('exports no function');
    await expect(loaded('module.exports = 5;')).rejects.toThrow('exports no function');
  });

  it('cannot require anything', async () => {
    await expect(loaded('require("fs")')).rejects.toThrow('Code has no “fs”');
  });
});

describe('what code returns becomes plain data', () => {
  it.each([
    [
      'dates and everything with toJSON',
      '({ d: new Date(0), u: { toJSON: () => [1] } })',
      { d: '1970-01-01T00:00:00.000Z', u: [1] },
    ],
    [
      'no functions and symbols',
      '({ f() {}, s: Symbol(), l: [() => 1, 2] })',
      { f: undefined, s: undefined, l: [null, 2] },
    ],
    ['no numbers that JSON has not', '[NaN, Infinity, 10n]', [null, null, '10']],
    ['instances as their own properties', 'new (class A { x = 1; get y() { return 2; } })()', { x: 1 }],
    ['what a property says is to go', '({ a: undefined })', { a: undefined }],
    ['nothing', 'undefined', undefined],
    [
      'a key that objects treat in their own way',
      'JSON.parse(\'{"__proto__": {"a": 1}}\')',
      JSON.parse('{"__proto__": {"a": 1}}'),
    ],
    ['one thing twice', '((x) => [x, x])({ a: 1 })', [{ a: 1 }, { a: 1 }]],
  ])('%s', async (_what, expression, expected) => {
    const found = await call(`module.exports = () => (${expression});`);
    expect(found).toEqual(expected);
    expect(Object.keys(Object(found))).toEqual(Object.keys(Object(expected)));
  });

  it('bytes as bytes', async () => {
    expect(await call('module.exports = () => new Uint8Array([1, 2]).buffer;')).toEqual(
      new Uint8Array([1, 2]),
    );
    expect(await call('module.exports = () => new Uint8Array([1, 2, 3]).subarray(1);')).toEqual(
      new Uint8Array([2, 3]),
    );
  });

  it.each([
    ['const a = []; a.push(a); return a;', 'contains itself'],
    ['let a = 1; for (let i = 0; i < 1000; i++) a = [a]; return a;', 'nested too deeply'],
    ['const a = "x".repeat(1e6); return Array(200).fill(a);', '64 MB'],
    ['let a = [1]; for (let i = 0; i < 60; i++) a = [a, a]; return a;', '64 MB'],
    ['return { get a() { throw new Error("no"); } };', 'no'],
  ])('but not: %s', async (body, message) => {
    await expect(call(`module.exports = () => { ${body} };`)).rejects.toThrow(message);
  });
});

describe('the log', () => {
  const said = async (statement: string) => {
    const lines: string[] = [];
    const log = (level: string, message: string) => lines.push(`${level} ${message}`);
    await call(`module.exports = ({ logger }) => { ${statement} };`, { log });
    return lines;
  };

  it('has what was said, on one line each', async () => {
    expect(await said('logger.info("a", { b: [1] }, undefined, 5n)')).toEqual([
      'info a {"b":[1]} undefined 5',
    ]);
    expect(
      await said(
        'for (const l of ["metric", "trace", "debug", "info", "log", "warn", "error"]) logger[l](l)',
      ),
    ).toEqual([
      'info metric',
      'debug trace',
      'debug debug',
      'info info',
      'info log',
      'warn warn',
      'error error',
    ]);
  });

  it('takes anything', async () => {
    const odd = '{ get a() { throw 1; } }, new Proxy({}, { ownKeys() { throw 1; } }), Symbol("s"), null';
    expect(await said(`logger.info(${odd})`)).toEqual([
      'info [cannot be shown] [cannot be shown] Symbol(s) null',
    ]);
  });

  it('is full after a while', async () => {
    let lines = 0;
    const log = () => void lines++;
    const many = (text: string, times: number) =>
      `module.exports = ({ logger }) => { for (let i = 0; i < ${times}; i++) logger.info(${text}); };`;
    await call(many('"x"', 150_000), { log });
    expect(lines).toBeLessThan(100_010);
    lines = 0;
    await call(many('"x".repeat(10_000)', 10_000), { log });
    expect(lines).toBeLessThan(5_000);
  });
});

describe('fetch', () => {
  const answer = {
    status: 201,
    headers: { 'content-type': 'application/json' },
    url: 'https://a.example/x',
    body: new TextEncoder().encode('{"a":1}').buffer,
  };

  it('sends what it is given, and reads the answer', async () => {
    const request = vi.fn(() => Promise.resolve(answer));
    const { fetch } = open({ request });
    const response = await fetch('https://a.example', { method: 'post', headers: { a: '1' }, body: 'x' });
    expect(request).toHaveBeenCalledWith({
      url: 'https://a.example',
      method: 'POST',
      headers: { a: '1', 'content-type': 'text/plain;charset=UTF-8' },
      body: 'x',
    });
    expect([response.ok, response.status, response.headers.get('Content-Type')]).toEqual([
      true,
      201,
      'application/json',
    ]);
    expect([await response.json(), await response.clone().text()]).toEqual([{ a: 1 }, '{"a":1}']);
  });

  it.each([
    ['a list of headers', { headers: [['B', '2']] }, { headers: { B: '2' } }],
    ['an object of headers', { headers: new Headers({ b: '2' }) }, { headers: { b: '2' } }],
    ['a form', { method: 'PUT', body: new URLSearchParams({ a: '1' }) }, { method: 'PUT', body: 'a=1' }],
    [
      'bytes',
      { method: 'PUT', body: new Uint8Array([1, 2, 3]).subarray(1) },
      { body: new Uint8Array([2, 3]).buffer },
    ],
  ])('takes %s', async (_what, init, expected) => {
    const request = vi.fn(() => Promise.resolve(answer));
    await open({ request }).fetch(new URL('https://a.example/'), init as RequestInit);
    expect(request).toHaveBeenCalledWith(expect.objectContaining({ url: 'https://a.example/', ...expected }));
  });

  it('fails as the platform does when nobody answers', async () => {
    await expect(open().fetch('https://a.example')).rejects.toThrow(new TypeError('no network'));
  });

  it('has so many under way and no more', async () => {
    let under = 0;
    let most = 0;
    const request = async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve));
      under -= 1;
      return answer;
    };
    const { fetch } = open({ request });
    await Promise.all(Array.from({ length: 200 }, () => fetch('https://a.example')));
    expect(most).toBe(32);
  });

  const half = 32 * 1024 * 1024;

  it.each([
    ['text', 'x'.repeat(half)],
    ['bytes', new ArrayBuffer(half)],
  ])('sends 64 MB of %s at once and no more', async (_what, body) => {
    const waiting: (() => void)[] = [];
    const request = () => new Promise<object>((resolve) => waiting.push(() => resolve(answer)));
    const { fetch } = open({ request });
    const outcomesOf = async (bodies: BodyInit[]) => {
      const sent = bodies.map((one) => fetch('https://a.example', { method: 'POST', body: one }));
      waiting.splice(0).forEach((reply) => reply());
      return (await Promise.allSettled(sent)).map((one) =>
        one.status === 'fulfilled' ? one.value.status : (one.reason as unknown),
      );
    };
    const refusal = new TypeError('The code sends too much at once: 64 MB are the most.');
    expect(await outcomesOf([body, body, 'x'])).toEqual([201, 201, refusal]);
    expect(await outcomesOf([body, body])).toEqual([201, 201]);
  });
});

describe('what is thrown is told in texts', () => {
  const hostile = {
    get message() {
      throw new Error('again');
    },
  };

  it.each([
    ['an error', new TypeError('x'), { name: 'TypeError', message: 'x' }],
    ['a text', 'text', { name: '', message: 'text' }],
    ['nothing', undefined, { name: '', message: 'undefined' }],
    ['an object', { code: 5 }, { name: '', message: '{"code":5}' }],
    ['a symbol', Symbol('s'), { name: '', message: 'Symbol(s)' }],
    ['a very long text', 'x'.repeat(1_000_000), { name: '', message: 'x'.repeat(4096) }],
  ])('%s', (_what, thrown, expected) => {
    expect(open().describe(thrown)).toMatchObject(expected);
  });

  it('something that throws itself when it is looked at', () => {
    expect(open().describe(hostile).message).toBe('something that cannot be shown');
  });
});
