/** Code as people write it: it must go on working in a sandbox that lets nothing else through. */
import { gives, returns, type Payload } from './payload.ts';

export const friendly: readonly Payload[] = [
  {
    name: 'reads the results before it',
    before: returns('{ orders: [{ id: 1, total: 20 }, { id: 2, total: 5 }] }'),
    code: returns('results.{BEFORE}.results.orders.filter(({ total }) => total > 10).map(({ id }) => id)'),
    expected: gives([1]),
  },
  {
    name: 'is a module with a default export',
    code: 'const twice = (number) => number * 2;\nexport default async function run() { return { data: twice(21) }; }',
    expected: gives(42),
  },
  {
    name: 'is a function alone',
    code: 'async (context) => ({ data: typeof context.flow.name })',
    expected: gives('string'),
  },
  {
    name: 'waits for a timer',
    code: 'module.exports = async () => { await new Promise((go) => setTimeout(go, 20)); return { data: "waited" }; };',
    expected: gives('waited'),
  },
  {
    name: 'works with dates, addresses, text and bytes',
    code: returns(
      `[
    new Date(0).toISOString(),
    new URL('/a?b=c', 'https://shop.example').searchParams.get('b'),
    new TextDecoder().decode(new TextEncoder().encode('ü')),
    btoa('one'),
    new Intl.NumberFormat('en').format(1234.5),
    structuredClone({ deep: [1] }),
  ]`,
    ),
    expected: gives(['1970-01-01T00:00:00.000Z', 'c', 'ü', 'b25l', '1,234.5', { deep: [1] }]),
  },
  {
    name: 'draws lots and names things',
    code: returns('[crypto.getRandomValues(new Uint8Array(16)).length]'),
    expected: gives([16]),
  },
  {
    name: 'uses new words of the language',
    code: `class Basket { #items = new Map(); add(item) { this.#items.set(item.id, item); return this; } get size() { return this.#items.size; } }
module.exports = async (context, results) => {
  const grouped = Object.groupBy([1, 2, 3], (number) => (number % 2 ? 'odd' : 'even'));
  for await (const number of (async function* () { yield 4; })()) grouped.even.push(number);
  label: for (const key in grouped) continue label;
  return { data: { ...grouped, basket: new Basket().add({ id: 1 }).size, none: results?.none ?? 0, last: [1, 2].at(-1) } };
};`,
    expected: gives({ odd: [1, 3], even: [2, 4], basket: 1, none: 0, last: 2 }),
  },
  {
    name: 'sorts a hundred thousand rows',
    code: returns(
      'rows.sort((left, right) => left.at - right.at)[0].at',
      'const rows = Array.from({ length: 1e5 }, (_, index) => ({ at: (index * 7919) % 1e5 }));',
    ),
    expected: gives(0),
  },
  {
    name: 'catches its own errors and says so',
    code: `module.exports = async ({ logger }) => {
  try { JSON.parse('{'); } catch (error) { logger.warn('could not read', error.name, error); }
  return { data: 'went on' };
};`,
    expected: { status: 'succeeded', output: 'went on', logs: /could not read SyntaxError SyntaxError: .*/ },
  },
  {
    name: 'logs every kind of thing',
    code: `module.exports = ({ logger }) => {
  logger.info('text', 1, true, null, undefined, 2n, Symbol('s'), [1], { a: 1 }, () => 1, new Date(0));
  for (const level of ['metric', 'trace', 'debug', 'log', 'error']) logger[level](level);
  console.table([1]); console.group('g'); console.assert(false, 'assert'); console.time('t');
  return { data: 'logged' };
};`,
    expected: {
      status: 'succeeded',
      output: 'logged',
      logs: /text 1 true null undefined 2 Symbol\(s\) \[1\] \{"a":1\} .*assert/s,
    },
  },
  {
    name: 'asks a service through the engine, and reads its answer',
    code: `module.exports = async () => {
  const response = await fetch('http://{OPEN}/sanctioned?of=code', { method: 'POST', body: JSON.stringify({ id: 7 }), headers: { 'content-type': 'text/plain' } });
  return { data: [response.ok, response.status, response.headers.get('content-type'), await response.json()] };
};`,
    expected: gives([
      true,
      200,
      'application/json',
      { method: 'POST', path: '/sanctioned?of=code', body: '{"id":7}' },
    ]),
  },
  {
    name: 'asks fifty times at once',
    code: `module.exports = async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => fetch('http://{OPEN}/sanctioned?' + index)));
  return { data: answers.filter(({ ok }) => ok).length };
};`,
    expected: gives(50),
  },
  {
    name: 'keeps values for the steps after it',
    before: 'module.exports = () => ({ data: 1, executionState: { kept: [1, 2] } });',
    code: returns('context.executionState.kept'),
    expected: gives([1, 2]),
  },
];
