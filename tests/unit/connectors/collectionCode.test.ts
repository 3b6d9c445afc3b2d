/** Lists and functions of the user, which run in a real sandbox. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { aggregate } from '#lib/connectors/collection/aggregate.ts';
import { filter } from '#lib/connectors/collection/filter.ts';
import { map } from '#lib/connectors/collection/map.ts';
import { sort } from '#lib/connectors/collection/sort.ts';
import type { ActionContext, StepDefinition } from '#lib/connectors/define.ts';
import { QuickJs } from '../../../src/cli/quickjs/QuickJs.ts';
import { flow, loop, reference, step, template } from '../../support/build.ts';
import { give } from '../../support/flows.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';
import { runFlow } from '../../support/runFlow.ts';

const quickJs = new QuickJs();
afterAll(() => quickJs.close());

const code: ActionContext['code'] = (call) =>
  quickJs.call({
    ...call,
    host: { log: () => undefined },
    signal: new AbortController().signal,
    deadlineMs: 10_000,
  });

type Given = Readonly<Record<string, unknown>>;

const people = [
  { name: 'Ada', born: 1815 },
  { name: 'Alan', born: 1912 },
  { name: 'Grace', born: 1906 },
];

describe('a function of the user', () => {
  it.each<[string, StepDefinition, Given, unknown]>([
    ['filters', filter, { filterCodeInput: '(item) => item.born > 1900' }, people.slice(1)],
    [
      'filters by index',
      filter,
      { filterCodeInput: '(item, index) => { return index === 0; }' },
      people.slice(0, 1),
    ],
    [
      'maps',
      map,
      { transformCodeInput: '(item, index) => `${index} ${item.name}`' },
      ['0 Ada', '1 Alan', '2 Grace'],
    ],
    [
      'maps what is kept, both with the context data',
      map,
      {
        filterCodeInput: '(item, index, context) => item.born > context.from',
        transformCodeInput: '(item, index, context) => ({ ...item, index, from: context.from })',
        contextInput: { from: 1900 },
      },
      [
        { name: 'Alan', born: 1912, index: 0, from: 1900 },
        { name: 'Grace', born: 1906, index: 1, from: 1900 },
      ],
    ],
    [
      'sorts',
      sort,
      { sortCodeInput: '(a, b) => { return a.born < b.born ? -1 : 1; }' },
      [people[0], people[2], people[1]],
    ],
    [
      'chooses what is counted',
      aggregate,
      { aggregateFunctionInput: 'COUNT', filterCodeInput: '(item) => item.born < 1910' },
      2,
    ],
  ])('%s', async (_name, action, inputs, expected) => {
    expect(await resultOf(action, { listInput: people, ...inputs }, { code })).toEqual(expected);
  });

  it.each<[string, StepDefinition, Given, string]>([
    ['throws', filter, { filterCodeInput: '(item) => item.no.way' }, 'The code threw “TypeError'],
    ['cannot be read', map, { transformCodeInput: '(item) => {' }, 'The code cannot be read'],
    ['waits while it compares', sort, { sortCodeInput: 'async (a, b) => 1' }, 'A comparison cannot wait'],
    [
      'is no function',
      aggregate,
      { aggregateFunctionInput: 'SUM', filterCodeInput: '5' },
      'The code exports no function',
    ],
  ])('that %s is a failure of the code', async (_name, action, inputs, message) => {
    const failure = await failureOf(action, { listInput: people, ...inputs }, { code });
    expect(failure).toMatchObject({ code: 'code', message: expect.stringContaining(message) as string });
  });

  it.each<[StepDefinition, Given, unknown]>([
    [filter, {}, people],
    [filter, { filterCodeInput: '(item, index) => { return true; }' }, people],
    [map, {}, people],
    [map, { transformCodeInput: '(item, index) => { return item; }', contextInput: 'x' }, people],
    [aggregate, { aggregateFunctionInput: 'COUNT' }, 3],
    [sort, { listInput: [] }, []],
  ])('that changes nothing is not called', async (action, inputs, expected) => {
    const called = vi.fn<ActionContext['code']>();
    expect(await resultOf(action, { listInput: people, ...inputs }, { code: called })).toEqual(expected);
    expect(called).not.toHaveBeenCalled();
  });

  it('may hold what a placeholder stands for', async () => {
    const existing = [{ external: 'a' }, { external: 'b' }];
    const { outputs } = await runFlow(
      flow(
        give('Existing', existing),
        give('New', [{ id: 'b' }, { id: 'c' }]),
        loop(
          'Each',
          reference('new.results'),
          step('Filter', 'collection-tools/filter', {
            filterCodeInput: template('(item) => { return item.external ===\n"{{$each.currentItem.id}}"}'),
            listInput: reference('existing.results'),
          }),
        ),
      ),
      { code: quickJs },
    );
    expect(outputs.Each).toEqual([[{ external: 'b' }], []]);
  });
});

describe('sorting without a function', () => {
  it.each<[unknown[], unknown[]]>([
    [
      [10, 9, -1],
      [-1, 9, 10],
    ],
    [
      ['b', 'a', 'B'],
      ['B', 'a', 'b'],
    ],
    [
      ['10', 9, null],
      [null, '10', 9],
    ],
  ])('puts %j in the order %j', async (listInput, expected) => {
    expect(await resultOf(sort, { listInput })).toEqual(expected);
  });

  it('fails for something else than a list', async () => {
    expect(await failureOf(sort, { listInput: 'x' })).toMatchObject({ code: 'input' });
  });
});

describe('aggregating', () => {
  it.each<[string, unknown[], unknown]>([
    ['AVERAGE', [1, '2', 6], 3],
    ['COUNT', ['a', {}], 2],
    ['MAX', ['-2', -3], -2],
    ['MIN', [4, 3, 5], 3],
    ['SUM', [1, '2.5'], 3.5],
    ['sum', [1, 2], 3],
    ['PRODUCT', [2, 3, 4], 24],
    ['MEDIAN', [9, 1, 5], 5],
    ['MEDIAN', [4, 1, 3, 2], 2.5],
    ['SUM', [], 0],
    ['COUNT', [], 0],
    ['PRODUCT', [], 1],
    ['AVERAGE', [], null],
    ['MAX', [], null],
    ['MIN', [], null],
    ['MEDIAN', [], null],
  ])('%s of %j is %j', async (aggregateFunctionInput, listInput, expected) => {
    expect(await resultOf(aggregate, { aggregateFunctionInput, listInput })).toBe(expected);
  });

  it.each<[string, unknown[], string]>([
    ['SUM', ['a'], '“List” needs a number, but got the text "a".'],
    ['MAX', [1, {}], '“List” needs a number, but got an object.'],
    ['MODE', [1], 'There is no aggregate function “MODE”.'],
    ['constructor', [1], 'There is no aggregate function “constructor”.'],
  ])('%s of %j fails', async (aggregateFunctionInput, listInput, message) => {
    const failure = await failureOf(aggregate, { aggregateFunctionInput, listInput });
    expect(failure).toMatchObject({ code: 'input', message });
  });
});
