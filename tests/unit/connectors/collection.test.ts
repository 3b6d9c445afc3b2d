import { describe, expect, it } from 'vitest';
import { collectionTools } from '#lib/connectors/collection/index.ts';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { flow, loop, reference, step, value } from '../../support/build.ts';
import { copy, give, persist } from '../../support/flows.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';
import { runFlow } from '../../support/runFlow.ts';

type Given = Readonly<Record<string, unknown>>;

const stepOf = (key: string) => collectionTools.actions[key] as StepDefinition;
const bytes = (...numbers: number[]) => Uint8Array.from(numbers).buffer;
const hostile = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}') as object;

describe('collection tools', () => {
  it.each<[string, Given, unknown]>([
    ['create', { items: ['a', undefined, [1]] }, ['a', null, [1]]],
    ['create', { items: [[1, [2]]] }, [1, [2]]],
    ['create', { items: ['only'] }, ['only']],
    ['create', { items: [[1], [2]] }, [[1], [2]]],
    ['create', {}, []],
    ['first', { listInput: [1, 2] }, 1],
    ['first', { listInput: [] }, null],
    ['last', { listInput: '[1,{"a":2}]' }, { a: 2 }],
    ['last', { listInput: '' }, null],
    ['length', { listInput: ['a', 'b'] }, 2],
    ['length', {}, 0],
    ['flatten', { listInput: [[1, [2]], 3, []] }, [1, [2], 3]],
    ['deduplicate', { listInput: [1, '1', 1, null, '1', null] }, [1, '1', null]],
    [
      'deduplicate',
      {
        listInput: [
          { a: 1, b: [2] },
          { b: [2], a: 1 },
          { a: 1, b: [3] },
        ],
      },
      [
        { a: 1, b: [2] },
        { a: 1, b: [3] },
      ],
    ],
    [
      'deduplicate',
      { listInput: [bytes(1, 129), bytes(1, 129), bytes(1, 141)] },
      [bytes(1, 129), bytes(1, 141)],
    ],
    ['deduplicate', { listInput: [hostile, {}, hostile] }, [hostile, {}]],
    ['chunks', { listInput: [1, 2, 3], numberInput: '2' }, [[1, 2], [3]]],
    ['chunks', { listInput: [1, 2] }, [[1], [2]]],
    ['chunks', { listInput: [], numberInput: 5 }, []],
    ['takeFirst', { listInput: [1, 2, 3], numberInput: '2' }, [1, 2]],
    ['takeFirst', { listInput: [1, 2, 3] }, [1]],
    ['takeLast', { listInput: [1, 2, 3], numberInput: 2 }, [2, 3]],
    ['takeLast', { listInput: [1, 2, 3], numberInput: '0' }, []],
    ['takeLast', { listInput: [1], numberInput: 9 }, [1]],
    ['append', { listInput: [1], elementInput: [2] }, [1, [2]]],
    ['append', { listInput: [1] }, [1, null]],
    ['remove', { listInput: [1, '1', 1, { a: 1 }], elementInput: 1 }, ['1', { a: 1 }]],
    ['remove', { listInput: [{ a: 1, b: 2 }, 'x'], elementInput: { b: 2, a: 1 } }, ['x']],
    ['count', { listInput: ['a', 'b', 'a'], elementInput: 'a' }, 2],
    ['concatenate', { listInput: [1], secondListInput: '[2,3]' }, [1, 2, 3]],
    ['concatenate', { listInput: [1] }, [1]],
    ['selectItemFromList', { listInput: ['a', 'b'], indexInput: '1' }, 'b'],
    ['selectItemFromList', { listInput: ['a', [['b']]], indexInput: '1.0.0' }, 'b'],
    ['selectItemFromList', { listInput: [['a', 'b']], indexInput: [0, 1] }, 'b'],
    ['selectItemFromList', { listInput: ['a'], indexInput: '5' }, null],
    ['toObject', { keyValueListInput: [{ key: 'a', value: 1 }] }, { a: 1 }],
    ['toObject', { keyValueListInput: '[{"key":"a","value":[1]}]' }, { a: [1] }],
    ['combineCollections', { collectionsInput: [{ key: 'a', value: [1] }] }, { a: [1] }],
    ['fromObject', { object: '{"a":1,"b":null}' }, [row('a', 1), row('b', null)]],
    [
      'fieldValueMapping',
      {
        keyMappingsInput: { first: 'FirstName', age: 'Age' },
        valueMappingsInput: { first: 'Ada', last: 'L' },
      },
      [row('FirstName', 'Ada')],
    ],
    ['addKey', { object: { a: 1 }, key: 'b', value: { c: 2 } }, { a: 1, b: { c: 2 } }],
    [
      'addKey',
      { object: { a: { b: { c: 1 } } }, key: 'd', value: '2', objectPath: 'a.b' },
      { a: { b: { c: 1, d: '2' } } },
    ],
    [
      'addKey',
      { object: { a: [{}, { b: 1 }] }, key: 'c', value: 2, objectPath: 'a.1' },
      { a: [{}, { b: 1, c: 2 }] },
    ],
    ['addKey', { object: {}, key: 'c', value: 1, objectPath: 'a.["b.b"]' }, { a: { 'b.b': { c: 1 } } }],
    ['addKey', { object: { a: null }, key: 'b', objectPath: 'a' }, { a: { b: null } }],
    ['addMultipleKeys', { object: { a: 1 }, keyValueListInput: [row('b', 2), row('a', 3)] }, { a: 3, b: 2 }],
    [
      'addMultipleKeys',
      { object: {}, objectPath: 'x', dynamicFields: '{"a":1}', keyValueListInput: [row('b', 2)] },
      { x: { a: 1 } },
    ],
    ['addMultipleKeys', { object: { a: 1 }, dynamicFields: '', keyValueListInput: [] }, { a: 1 }],
  ])('%s of %j is %j', async (key, inputs, expected) => {
    expect(await resultOf(stepOf(key), inputs)).toEqual(expected);
  });

  it.each<[string, Given, string]>([
    ['first', { listInput: 'no list' }, '“List” needs a list, but got the text "no list".'],
    ['length', { listInput: { a: 1 } }, '“List” needs a list, but got an object.'],
    ['append', { listInput: 5 }, '“List” needs a list, but got the number 5.'],
    ['remove', { listInput: true }, '“List” needs a list, but got the boolean true.'],
    ['count', { listInput: '{}' }, '“List” needs a list, but got the text "{}".'],
    ['create', { items: 'a' }, '“Items” needs a list, but got the text "a".'],
    ['concatenate', { secondListInput: 1 }, '“Second list” needs a list, but got the number 1.'],
    [
      'chunks',
      { numberInput: '0' },
      '“Items in a chunk” needs a whole number from 1 on, but got the text "0".',
    ],
    ['chunks', { numberInput: 'many' }, '“Items in a chunk” needs a number, but got the text "many".'],
    [
      'takeFirst',
      { numberInput: 1.5 },
      '“Number of items” needs a whole number from 0 on, but got the number 1.5.',
    ],
    [
      'takeLast',
      { numberInput: -1 },
      '“Number of items” needs a whole number from 0 on, but got the number -1.',
    ],
    [
      'selectItemFromList',
      { indexInput: '-1' },
      '“Index” needs whole numbers from 0 on, but got the text "-1".',
    ],
    [
      'selectItemFromList',
      { listInput: ['a'], indexInput: '0.0' },
      '“Index” needs to lead into a list, but got the text "a".',
    ],
    [
      'toObject',
      { keyValueListInput: ['a'] },
      '“Key-value list” needs a list of keys and values, but got the text "a".',
    ],
    ['createObject', { keyValueInput: 5 }, '“Keys and values” needs an object, but got the number 5.'],
    ['combineCollections', { collectionsInput: 'x' }, '“Collections” needs an object, but got the text "x".'],
    ['fromObject', { object: [1] }, '“Object” needs an object, but got a list.'],
    ['fieldValueMapping', { keyMappingsInput: 'x' }, '“Key mappings” needs an object, but got the text "x".'],
    ['addKey', { object: '', key: 'a' }, '“Object” needs an object, but got nothing.'],
    [
      'addKey',
      { object: { a: 'text' }, key: 'b', objectPath: 'a' },
      'The path “a” leads to no object that keys could be added to.',
    ],
    [
      'addKey',
      { object: { a: [] }, key: 'b', objectPath: 'a.0' },
      'The path “a.0” leads to no object that keys could be added to.',
    ],
    [
      'addKey',
      { object: { a: [] }, key: 'b', objectPath: 'a' },
      'The path “a” leads to no object that keys could be added to.',
    ],
    [
      'addMultipleKeys',
      { object: {}, dynamicFields: 'x' },
      '“Keys from data” needs an object, but got the text "x".',
    ],
  ])('%s of %j fails', async (key, inputs, message) => {
    expect(await failureOf(stepOf(key), inputs)).toMatchObject({ code: 'input', message });
  });

  it('keep keys that have a meaning in JavaScript as keys', async () => {
    const keys = ['__proto__', 'constructor', 'toString'];
    for (const key of keys) {
      const inside = (await resultOf(stepOf('addKey'), {
        object: {},
        key,
        value: 1,
        objectPath: key,
      })) as object;
      expect(JSON.stringify(inside)).toBe(`{"${key}":{"${key}":1}}`);
      const made = await resultOf(stepOf('toObject'), { keyValueListInput: [row(key, 1)] });
      expect(JSON.stringify(made)).toBe(`{"${key}":1}`);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('leave what they are given as it was', async () => {
    const object = Object.freeze({ a: Object.freeze({ b: Object.freeze([1]) }) });
    await resultOf(stepOf('addKey'), { object, key: 'c', objectPath: 'a' });
    const listInput = Object.freeze([3, 1, 2]);
    for (const key of ['append', 'remove', 'deduplicate', 'chunks', 'takeLast', 'concatenate', 'sort'])
      await resultOf(stepOf(key), { listInput });
    expect(listInput).toEqual([3, 1, 2]);
  });

  it('take long lists', async () => {
    const listInput = Array.from({ length: 300_000 }, (_, index) => index);
    expect(await resultOf(stepOf('chunks'), { listInput, numberInput: 100_000 })).toHaveLength(3);
    expect(await resultOf(stepOf('flatten'), { listInput: [listInput, listInput] })).toHaveLength(600_000);
    expect(await resultOf(stepOf('aggregate'), { listInput, aggregateFunctionInput: 'MAX' })).toBe(299_999);
  });

  it('show XML validation, which no browser can do', async () => {
    const failure = await failureOf(stepOf('validateXmlSchema'), { xmlInput: '<a/>', xmlSchema: '<b/>' });
    expect(failure).toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('cannot run in a browser') as string,
    });
  });
});

describe('a flow that works in chunks', () => {
  it('cuts a list, gathers what became of each chunk, and flattens it', async () => {
    const numbers = Array.from({ length: 5 }, (_, index) => ({ id: index }));
    const { outcome, outputs } = await runFlow(
      flow(
        give('Numbers', numbers),
        step('Chunks', 'collection-tools/chunks', {
          listInput: reference('numbers.results'),
          numberInput: value('2'),
        }),
        loop(
          'Each',
          reference('chunks.results'),
          persist('Keep', 'appendExecutionValueToList', 'all', reference('each.currentItem')),
        ),
        persist('All', 'getExecutionValue', 'all'),
        step('Flatten', 'collection-tools/flatten', { listInput: reference('all.results') }),
        step('Last', 'collection-tools/last', { listInput: reference('flatten.results') }),
        copy('Id', 'last.results.id'),
      ),
    );
    expect(outputs.Chunks).toEqual([numbers.slice(0, 2), numbers.slice(2, 4), numbers.slice(4)]);
    expect(outputs.Flatten).toEqual(numbers);
    expect(outcome).toMatchObject({ status: 'succeeded', result: 4 });
  });
});

function row(key: string, content: unknown) {
  return { key, value: content };
}

describe('values that are compared', () => {
  const deep = () => JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;

  it.each<[string, () => Given]>([
    ['deduplicate', () => ({ listInput: [deep()] })],
    ['remove', () => ({ listInput: [1], elementInput: deep() })],
    ['count', () => ({ listInput: [deep()], elementInput: 1 })],
  ])('end in a limit where they nest too deep: %s', async (key, given) => {
    expect(await failureOf(stepOf(key), given())).toMatchObject({
      code: 'limit',
      message: 'The value nests too deep, or is too long, to be written as JSON.',
    });
  });

  it('are refused where JSON has no form for them', async () => {
    expect(await failureOf(stepOf('deduplicate'), { listInput: [1n] })).toMatchObject({
      code: 'input',
      message: 'The value cannot be written as JSON: it holds a BigInt, or itself.',
    });
  });
});
