/** Code that means harm, or is only wrong: none of it reaches Node, lasts, or keeps the next code from running. */
import { afterAll, describe, expect, it } from 'vitest';
import { QuickJs } from '../../../src/cli/quickjs/QuickJs.ts';
import { callCode } from './callCode.ts';

const quickJs = new QuickJs();

afterAll(() => quickJs.close());

async function expectUnharmed(): Promise<void> {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect((await callCode(quickJs, 'module.exports = () => 1;')).data).toBe(1);
}

describe('code that does not end is ended', () => {
  it.each([
    ['a loop', 'for (;;);'],
    ['a loop that catches everything', 'for (;;) { try { for (;;); } catch {} finally { continue; } }'],
    ['a loop that waits', 'for (;;) await null;'],
    [
      'a loop that catches what it waits for',
      'for (;;) { try { await (async () => { for (;;); })(); } catch {} }',
    ],
    [
      'promises that start each other',
      'return new Promise(() => { const go = () => Promise.resolve().then(go); go(); });',
    ],
    ['a promise of itself', 'const me = { then(go) { go(me); } }; return me;'],
    ['timers', 'return new Promise(() => setInterval(() => 1, 1));'],
    ['a request that nobody answers', 'await fetch("https://silent.example");'],
    ['a regular expression', 'return /^(a+)+$/.test("a".repeat(60) + "!");'],
    ['a search that nothing interrupts', 'return "a".repeat(2e7).indexOf(`${"a".repeat(1e6)}b`);'],
    ['a proxy', 'const p = new Proxy({}, { ownKeys: () => { for (;;); } }); return { data: p };'],
    ['a getter of what it returns', 'return { get data() { for (;;); } };'],
    ['a getter of what it throws', 'throw { get message() { for (;;); } };'],
    ['work that the language does alone', 'for (;;) new Array(2e6).fill(0).map((_, i) => -i).sort();'],
  ])('%s', async (_what, body) => {
    const source = `module.exports = async () => { ${body} };`;
    const request = () => new Promise<never>(() => undefined);
    const { failure } = await callCode(quickJs, source, { deadlineMs: 300, request });
    expect(failure).toMatchObject({
      code: 'timeout',
      message: 'The code was ended, because it ran longer than 0.3 seconds.',
    });
    await expectUnharmed();
  });

  it('also before its function is there', async () => {
    const { failure } = await callCode(quickJs, 'for (;;); module.exports = () => 1;', { deadlineMs: 300 });
    expect(failure?.code).toBe('timeout');
    await expectUnharmed();
  });

  it.each([
    ['returns', 'return new Promise(() => undefined);'],
    ['waits for', 'await new Promise(() => undefined); return 1;'],
    ['hands on', 'return Promise.race([]);'],
  ])('at once, when it %s a promise that nothing settles', async (_what, body) => {
    const { failure } = await callCode(quickJs, `module.exports = async () => { ${body} };`);
    expect(failure).toMatchObject({
      code: 'code',
      message: 'The code waits for a promise that is never settled.',
    });
    await expectUnharmed();
  });
});

describe('code that goes too deep fails', () => {
  it.each([
    ['a function', 'const f = () => f() + 1; f();'],
    ['a getter', 'const o = { get x() { return o.x; } }; o.x;'],
    ['a comparison', 'const f = () => [3, 2, 1].sort(f); f();'],
    ['JSON', 'JSON.parse("[".repeat(200_000));'],
    ['a text of lists', 'let a = []; for (let i = 0; i < 50_000; i++) a = [a]; String(a);'],
    ['proxies', 'let p = {}; for (let i = 0; i < 50_000; i++) p = new Proxy(p, {}); p.x;'],
    ['code in a text', 'eval("(".repeat(200_000));'],
    ['a pattern', 'new RegExp("(?:".repeat(5_000) + ")*".repeat(5_000)).test("a");'],
    ['what it returns', 'let a = []; for (let i = 0; i < 50_000; i++) a = [a]; return a;'],
  ])('%s', async (_what, body) => {
    const { failure } = await callCode(quickJs, `module.exports = () => {\n  ${body}\n};`);
    expect(failure?.code).toBe('code');
    expect(failure?.message).toMatch(/stack overflow|too deeply|imbricated/);
    await expectUnharmed();
  });
});

describe('code that takes too much memory fails', () => {
  it.each([
    ['one buffer', 'new ArrayBuffer(2e9);'],
    ['many buffers', 'const all = []; for (;;) all.push(new Uint8Array(1e7));'],
    ['many small things', 'const all = []; for (;;) all.push({ a: [1] });'],
  ])('%s', async (_what, body) => {
    const { failure } = await callCode(quickJs, `module.exports = () => { ${body} };`, {
      deadlineMs: 50_000,
    });
    expect(failure).toMatchObject({
      code: 'limit',
      message: 'The code was ended, because it used too much memory.',
    });
    await expectUnharmed();
  });

  it.each([
    ['a text', 'let text = "x"; for (;;) text += text;', /string too long/],
    ['a number', 'let n = 3n; for (;;) n *= n;', /too large/],
  ])('or by %s, which has a limit of its own', async (_what, body, message) => {
    const { failure } = await callCode(quickJs, `module.exports = () => { ${body} };`);
    expect(failure?.message).toMatch(message);
    await expectUnharmed();
  });

  it('but not what has been let go of', async () => {
    const source =
      'module.exports = () => { let sum = 0; for (let i = 0; i < 50; i++) sum += new Uint8Array(1e7).length; return sum; };';
    expect((await callCode(quickJs, source)).data).toBe(5e8);
  });
});

describe('code finds no way out', () => {
  it.each([
    ['process', 'typeof process'],
    [
      'a global of Node',
      '[typeof Buffer, typeof global, typeof __dirname, typeof setImmediate, typeof WebAssembly].join()',
    ],
    ['the constructor of everything', 'typeof globalThis.constructor.constructor("return typeof process")()'],
    ['the constructor of a host’s function', 'typeof (await fetch.constructor("return typeof process")())'],
    [
      'the constructor of an asynchronous function',
      'typeof (await (async () => 1).constructor("return typeof process")())',
    ],
    [
      'the constructor of what it is called with',
      'typeof context.logger.info.constructor("return typeof process")()',
    ],
    [
      'who called',
      'typeof (function () { try { return arguments.callee.caller; } catch { return undefined; } })()',
    ],
    [
      'what the host left',
      'Object.getOwnPropertyNames(globalThis).filter((name) => /send|host|guest|platform|timer/i.test(name)).join()',
    ],
    ['files named by stacks', '/node:|file:|\\/work|\\/home|thread/.test(new Error().stack)'],
  ])('by %s', async (_what, expression) => {
    const source = `module.exports = async (context) => { const found = ${expression}; return found; };`;
    const { data } = await callCode(quickJs, source);
    expect(['undefined', 'string', '', false, 'undefined,undefined,undefined,undefined,undefined']).toContain(
      data,
    );
    await expectUnharmed();
  });

  it('by the word that functions are made with', async () => {
    const source = 'module.exports = () => globalThis.constructor.constructor("return typeof process")();';
    expect((await callCode(quickJs, source)).data).toBe('undefined');
  });

  it.each([
    ['require', 'require("fs");', 'Code has no “fs”: it runs alone, without modules (line 2, column 8).'],
    ['import()', 'await import("node:fs");', 'Code has no “node:fs”: it runs alone, without modules'],
    [
      'process',
      'process.exit(1);',
      "The code threw “ReferenceError: 'process' is not defined” (line 2, column 1).",
    ],
  ])('by %s, and is told so', async (_what, line, message) => {
    const { failure } = await callCode(quickJs, `module.exports = async () => {\n${line}\n};`);
    expect(failure).toMatchObject({ code: 'code', message: expect.stringContaining(message) });
  });

  it.each([
    [
      'import',
      'import fs from "fs"; export default () => 1;',
      /cannot import other modules \(line 1, column 1\)/,
    ],
    [
      'a syntax error',
      'module.exports = () => {\n  return 1 +;\n};',
      /cannot be read: .* \(line 2, column 13\)/,
    ],
    ['no function', 'module.exports = 5;', /exports no function/],
    ['nothing', '', /exports no function/],
  ])('with %s', async (_what, source, message) => {
    expect((await callCode(quickJs, source)).failure?.message).toMatch(message);
  });
});

describe('code that breaks its own realm harms nobody else', () => {
  it.each([
    ['every object', 'Object.prototype.toJSON = () => 5; return { data: 1 };'],
    [
      'every object once more',
      'Object.prototype.polluted = 1; Object.prototype.value = 7; return { data: 1 };',
    ],
    [
      'promises',
      'Promise.prototype.then = () => undefined; Promise.resolve = undefined; return { data: 1 };',
    ],
    [
      'lists',
      'Array.prototype[Symbol.iterator] = () => { throw 1; }; Array.prototype.push = null; return { data: [1] };',
    ],
    [
      'places of lists',
      'Object.defineProperty(Array.prototype, "0", { set() { throw 1; } }); return { data: [1] };',
    ],
    ['JSON', 'JSON.stringify = () => "nonsense"; JSON.parse = null; return { data: 1 };'],
    ['maps', 'Map.prototype.get = Map.prototype.set = () => { throw 1; }; return { data: 1 };'],
    [
      'errors',
      'Error.prototype.toString = Error.prepareStackTrace = () => { throw 1; }; throw new Error("x");',
    ],
    [
      'itself',
      'for (const name of Object.getOwnPropertyNames(globalThis)) delete globalThis[name]; return { data: 1 };',
    ],
  ])('%s', async (_what, body) => {
    const { data, failure } = await callCode(quickJs, `module.exports = () => { ${body} };`, {
      deadlineMs: 5_000,
    });
    expect(data !== undefined || ['code', 'timeout'].includes(failure?.code ?? '')).toBe(true);
    await expectUnharmed();
  });

  it.each([
    ['nothing', 'undefined', 'undefined'],
    ['a symbol', 'Symbol("s")', 'Symbol(s)'],
    ['an object without anything', 'Object.create(null)', '{}'],
    ['a proxy', 'new Proxy({}, { get() { throw 1; } })', 'something that cannot be shown'],
  ])('and may throw %s', async (_what, thrown, said) => {
    const { failure } = await callCode(quickJs, `module.exports = () => { throw ${thrown}; };`);
    expect(failure).toMatchObject({ code: 'code', message: expect.stringContaining(said) });
  });

  it('nor does a flood of lines', async () => {
    const source = 'module.exports = () => { for (let i = 0; i < 300_000; i++) console.log(i); return 1; };';
    const { data, log } = await callCode(quickJs, source, { deadlineMs: 60_000 });
    expect(data).toBe(1);
    expect(log.length).toBeLessThanOrEqual(100_001);
  });

  it('nor does a flood of timers', async () => {
    const source = 'module.exports = () => { for (;;) setTimeout(() => 1, 1e9); };';
    expect((await callCode(quickJs, source)).failure?.message).toMatch(/no more than 10000 timers/);
    await expectUnharmed();
  });
});
