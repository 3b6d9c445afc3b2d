/** Code whose result is not what it seems. */
import { fails, gives, returns, type Payload } from './payload.ts';

export const results: readonly Payload[] = [
  {
    name: 'returns what contains itself',
    code: returns('circle', 'const circle = { in: [] };', 'circle.in.push(circle);'),
    expected: fails(/^The code returned something that contains itself\.$/),
  },
  {
    name: 'returns what nests without end',
    code: returns('deep', 'let deep = [];', 'for (let depth = 0; depth < 1e5; depth++) deep = [deep];'),
    expected: fails(/^The code returned something that is nested too deeply\.$/),
  },
  {
    name: 'returns an object that grows while it is read',
    code: returns('grows', 'const grows = { get in() { return { get in() { return grows; } }; } };'),
    expected: fails(/^The code returned something that (contains itself|is nested too deeply)\.$/),
  },
  {
    name: 'returns functions, symbols and bigints',
    code: returns('{ call() {}, symbol: Symbol("x"), big: 2n ** 70n, class: class {} }'),
    expected: gives({ big: '1180591620717411303424' }),
  },
  {
    name: 'returns what JSON has no word for',
    code: returns(
      '[NaN, Infinity, -0, undefined, new Date(0), /x/g, new Map([[1, 2]]), new Set([1]), new Error("x"), [, 1]]',
    ),
    expected: gives([null, null, 0, null, '1970-01-01T00:00:00.000Z', {}, {}, {}, {}, [null, 1]]),
  },
  {
    name: 'returns bytes',
    code: returns(
      '{ whole: new Uint8Array([1, 2, 3]), part: new Uint16Array([1, 2, 3]).subarray(1), buffer: new ArrayBuffer(5) }',
    ),
    expected: gives({ whole: { bytes: 3 }, part: { bytes: 4 }, buffer: { bytes: 5 } }),
  },
  {
    name: 'returns what throws when it is read',
    code: returns('{ get it() { throw new RangeError("not for you"); } }'),
    expected: fails(/^The code threw “RangeError: not for you” \(line 1, column \d+\)\.$/),
  },
  {
    name: 'returns a proxy that answers everything',
    code: returns(
      'new Proxy({}, { ownKeys: () => ["a", "b"], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }), get: (_, key) => (key === "toJSON" ? undefined : key) })',
    ),
    expected: gives({ a: 'a', b: 'b' }),
  },
  {
    name: 'returns a proxy that throws at every touch',
    code: returns('new Proxy({}, { get() { throw null; }, ownKeys() { throw null; } })'),
    expected: fails(/^The code threw “null”\.$/),
  },
  {
    name: 'returns a revoked proxy',
    code: returns('proxy', 'const { proxy, revoke } = Proxy.revocable([], {});', 'revoke();'),
    expected: fails(/^The code threw “TypeError: Cannot perform .* on a proxy that has been revoked”/),
  },
  {
    name: 'returns an array that says it has four billion items',
    code: returns('new Array(2 ** 32 - 1)'),
    expected: fails(/^The code returned too much: 64 MB are the most\.$/),
    alone: true,
    mayBeEnded: true,
  },
  {
    name: 'returns a proxy of an array without end',
    code: returns(
      'new Proxy([], { get: (_, key) => (key === "length" ? Infinity : key === "toJSON" ? undefined : 1) })',
    ),
    expected: fails(/^The code returned too much: 64 MB are the most\.$/),
    alone: true,
    mayBeEnded: true,
  },
  {
    name: 'returns a text of 100 million characters',
    code: returns('"x".repeat(1e8)'),
    expected: fails(/^The code returned too much: 64 MB are the most\.$/),
  },
  {
    name: 'returns a text of 400 million characters',
    code: returns('"x".repeat(4e8)'),
    expected: fails(/^The code returned too much: 64 MB are the most\.$/),
  },
  {
    name: 'returns one text a million times',
    code: returns('new Array(1e6).fill("x".repeat(1e5))'),
    expected: fails(/^The code returned too much: 64 MB are the most\.$/),
  },
  {
    name: 'returns a text of 30 million characters, which is allowed',
    code: returns('"x".repeat(3e7)'),
    expected: gives('text of 30000000 characters'),
    alone: true,
    mayBeEnded: true,
  },
  {
    name: 'returns a million keys, which is allowed',
    code: returns(
      'Object.keys(Object.fromEntries(Array.from({ length: 1e6 }, (_, index) => [index, 0]))).length',
    ),
    expected: gives(1_000_000),
    alone: true,
    mayBeEnded: true,
  },
  {
    name: 'returns a thenable that answers twice',
    code: 'module.exports = () => ({ then(go, stop) { go({ data: "first" }); go({ data: "second" }); stop(new Error("third")); } });',
    expected: gives('first'),
  },
  {
    name: 'returns a thenable that is a thenable without end, for a while',
    code: `let left = 1000;
const endless = { then: (go) => go(--left ? endless : { data: 'at last' }) };
module.exports = () => endless;`,
    expected: gives('at last'),
  },
  {
    name: 'returns a toJSON that returns itself',
    code: returns('self', 'const self = { toJSON: () => self, is: "read once" };'),
    expected: gives({ is: 'read once' }),
  },
  {
    name: 'returns nothing',
    code: 'module.exports = () => {};',
    expected: gives(null),
  },
  {
    name: 'returns what is no result',
    code: 'module.exports = () => "text";',
    expected: { status: 'succeeded', output: null, logs: /The code returned something without “data”\./ },
  },
  {
    name: 'returns a state and a branch of the wrong kinds',
    code: 'module.exports = () => ({ data: [], branch: {}, executionState: "x", instanceState: [1], crossFlowState: null, integrationState: 7 });',
    expected: gives([]),
  },
];
