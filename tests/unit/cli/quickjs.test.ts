import { afterAll, describe, expect, it } from 'vitest';
import { FailureError, RunError } from '#lib/model/failure.ts';
import { QuickJs } from '../../../src/cli/quickjs/QuickJs.ts';
import { suites } from '../../conformance/suites.ts';
import { comparable } from '../../support/comparable.ts';
import { runCase } from '../../support/runCase.ts';
import { callCode, type CallStart } from './callCode.ts';

const quickJs = new QuickJs();

afterAll(() => quickJs.close());

/** What an expression gives, inside a step's function. */
async function valueOf(expression: string, start: CallStart = {}): Promise<unknown> {
  const { data, failure } = await callCode(
    quickJs,
    `module.exports = async (context) => (${expression});`,
    start,
  );
  if (failure) throw new FailureError(failure);
  return data;
}

describe('the conformance cases with code, in QuickJS', () => {
  const withCode = Object.values(suites)
    .flat()
    .filter((one) => /runCode/.test(JSON.stringify(one)));

  it('are some', () => expect(withCode.length).toBeGreaterThan(20));

  it.each(withCode.map((one) => [one.sentence, one] as const))('%s', async (_sentence, one) => {
    const { seen, expected } = comparable(await runCase(one, quickJs), one.expected);
    expect(seen).toEqual(expected);
  });
});

describe('data', () => {
  it('goes in and comes out as it is: undefined properties, bytes, odd keys and odd characters', async () => {
    const args = [
      {
        nothing: undefined,
        bytes: new Uint8Array([0, 255]),
        list: [{ deep: undefined }, null],
        text: 'ü \u0000 😀 \ud800 \u2028',
        date: new Date(0),
        big: 2n ** 70n,
        ...(JSON.parse('{"__proto__": {"own": 1}}') as object),
      },
    ];
    const { data } = await callCode(quickJs, 'module.exports = (given) => ({ ...given });', { args });
    expect(data).toMatchObject({
      bytes: new Uint8Array([0, 255]),
      list: [{ deep: undefined }, null],
      text: 'ü \u0000 😀 \ud800 \u2028',
      date: '1970-01-01T00:00:00.000Z',
      big: '1180591620717411303424',
    });
    const returned = data as object;
    expect(Object.keys(returned)).toEqual(expect.arrayContaining(['nothing', '__proto__']));
    expect(Object.getPrototypeOf(returned)).toBe(Object.prototype);
  });

  it('may be large', async () => {
    const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, name: `Row ${id}` }));
    const { data } = await callCode(quickJs, 'module.exports = (rows) => rows;', { args: [rows] });
    // The guest hands the first argument on with what a context has besides.
    expect(data).toMatchObject({ 19999: { id: 19999, name: 'Row 19999' } });
  });

  it.each([
    ['filter', '(one) => one > 1', [2, 3]],
    ['map', 'async (one, index) => one * index', [0, 2, 6]],
    ['sort', 'module.exports = (left, right) => right - left;', [3, 2, 1]],
  ] as const)('of a list is taken by a function to %s it', async (how, source, result) => {
    expect((await callCode(quickJs, source, { how, args: [[1, 2, 3]] })).data).toEqual(result);
  });
});

describe('code', () => {
  it('keeps nothing from one execution for the next', async () => {
    const source = 'let count = 0; module.exports = () => ++count;';
    const other = new QuickJs();
    await callCode(quickJs, source);
    expect((await callCode(other, source)).data).toBe(1);
    other.close();
  });

  it('of one step sees nothing of another', async () => {
    await valueOf('globalThis.left = 1');
    expect(await valueOf('typeof left')).toBe('undefined');
  });

  it('is loaded once and kept, but not for ever where it is made anew for each turn of a loop', async () => {
    const source = 'let count = 100; module.exports = () => ++count;';
    expect((await callCode(quickJs, source)).data).toBe(101);
    expect((await callCode(quickJs, source)).data).toBe(102);
    for (let turn = 0; turn < 150; turn++) expect(await valueOf(`${turn}`)).toBe(turn);
    expect((await callCode(quickJs, source)).data).toBe(101);
  });

  it('sends requests through its host, with bytes both ways', async () => {
    const source = `module.exports = async () => {
      const answer = await fetch('https://a.example/b', { method: 'post', body: new Uint8Array([7, 8]) });
      return { status: answer.status, bytes: await answer.bytes() };
    };`;
    const { data, requests } = await callCode(quickJs, source);
    expect(data).toEqual({ status: 200, bytes: new Uint8Array([7, 8]) });
    expect(requests).toMatchObject([{ url: 'https://a.example/b', method: 'POST' }]);
    expect(new Uint8Array(requests[0]?.body as ArrayBuffer)).toEqual(new Uint8Array([7, 8]));
  });

  it('is told that a request failed, and may go on', async () => {
    const request = () => Promise.reject(new FailureError({ code: 'remote', message: 'Nobody is there.' }));
    const expression = 'await fetch("https://a.example").catch((error) => `${error.name}: ${error.message}`)';
    expect(await valueOf(expression, { request })).toBe('TypeError: Nobody is there.');
  });

  it('cannot catch what ends the whole run', async () => {
    const invokeFlow = () => Promise.reject(new RunError({ code: 'limit', message: 'Too many steps.' }));
    const source = 'module.exports = async ({ invokeFlow }) => { await invokeFlow("A").catch(() => 1); };';
    const { failure } = await callCode(quickJs, source, { invokeFlow });
    expect(failure).toMatchObject({ code: 'limit', message: 'Too many steps.' });
  });

  it('waits for timers, which end with its call', async () => {
    expect(await valueOf('new Promise((go) => setTimeout(go, 5, "late"))')).toBe('late');
    const source = `let late = 0;
      module.exports = async ({ ms }) => {
        setTimeout(() => { late += 1; }, 40);
        await new Promise((go) => setTimeout(go, ms));
        return late;
      };`;
    expect((await callCode(quickJs, source, { args: [{ ms: 1 }] })).data).toBe(0);
    expect((await callCode(quickJs, source, { args: [{ ms: 100 }] })).data).toBe(1);
  });

  it('repeats what an interval is for, until it is cleared', async () => {
    const source = `module.exports = async () => {
      let ticks = 0;
      return await new Promise((go) => {
        const id = setInterval(() => { if (++ticks === 3) { clearInterval(id); go(ticks); } }, 1);
      });
    };`;
    expect((await callCode(quickJs, source)).data).toBe(3);
  });

  it('fails by what a timer throws', async () => {
    const source =
      'module.exports = () => new Promise(() => setTimeout(() => {\n  throw new Error("late"); }, 1));';
    expect((await callCode(quickJs, source)).failure?.message).toBe(
      'The code threw “late” (line 2, column 18).',
    );
  });

  it('is stopped with its run, and the next call works', async () => {
    const stop = new AbortController();
    const request = () => new Promise<never>(() => stop.abort());
    const source = 'module.exports = () => { void fetch("https://a.example"); for (;;); };';
    const called = callCode(quickJs, source, { signal: stop.signal, request });
    expect((await called).failure).toMatchObject({ code: 'cancelled' });
    expect(await valueOf('1')).toBe(1);
  });

  it('of a closed execution ends', async () => {
    const closed = new QuickJs();
    const called = callCode(closed, 'module.exports = async ({ invokeFlow }) => invokeFlow("A");', {
      invokeFlow: () => new Promise(() => closed.close()),
    });
    expect((await called).failure).toMatchObject({ code: 'internal' });
  });

  it('has the same random numbers for the same seed', async () => {
    const seeded = async (seed: number) => {
      const one = new QuickJs({ seed });
      const { data } = await callCode(one, 'module.exports = () => [Math.random(), Math.random()];');
      one.close();
      return data as number[];
    };
    expect(await seeded(1)).toEqual(await seeded(1));
    expect(await seeded(1)).not.toEqual(await seeded(2));
  });
});

describe('what Node has and QuickJS lacks', () => {
  it.each([
    ['btoa("hé")', 'aOk='],
    ['atob("aGk=")', 'hi'],
    ['new TextDecoder().decode(new TextEncoder().encode("ü\\u0000😀"))', 'ü\u0000😀'],
    ['new TextDecoder("latin1").decode(new Uint8Array([233]))', 'é'],
    ['new URL("/a b?x=1#y", "https://u:p@h.example:8080/z").href', 'https://u:p@h.example:8080/a%20b?x=1#y'],
    ['new URL("https://h.example/a").pathname', '/a'],
    ['URL.canParse("no")', false],
    ['String(new URLSearchParams({ a: "1 2", b: "ü" }))', 'a=1+2&b=%C3%BC'],
    ['new URLSearchParams("?a=1&a=2").getAll("a").join()', '1,2'],
    ['structuredClone({ a: [new Map([[1, { b: 2 }]])] }).a[0].get(1).b', 2],
    ['crypto.randomUUID().length', 36],
    ['crypto.getRandomValues(new Uint8Array(8)).length', 8],
    ['new Promise((go) => queueMicrotask(() => go(3)))', 3],
    ['typeof console.log', 'function'],
  ])('%s', async (expression, result) => {
    expect(await valueOf(expression)).toEqual(result);
  });

  it('changes an address by its parts and its query', async () => {
    const source = `module.exports = () => {
      const url = new URL('https://a.example/b?x=1');
      url.pathname = '/c d';
      url.searchParams.append('y', '2 3');
      url.searchParams.set('x', 9);
      url.searchParams.delete('none');
      const { href } = url;
      url.search = '';
      return [href, url.toString(), url.searchParams.size, JSON.stringify({ url })];
    };`;
    expect((await callCode(quickJs, source)).data).toEqual([
      'https://a.example/c%20d?x=9&y=2+3',
      'https://a.example/c%20d',
      0,
      '{"url":"https://a.example/c%20d"}',
    ]);
  });

  it.each(['new URL("no")', 'atob("%")', 'structuredClone(() => 1)', 'new TextDecoder("none")'])(
    '%s throws',
    async (expression) => {
      await expect(valueOf(expression)).rejects.toThrow(/^The code threw “\w+: /);
    },
  );
});
