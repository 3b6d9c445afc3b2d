/** Persisted values in their four scopes (format.md 1.10, 2.3). */
import { complex, reference, value } from '../support/build.ts';
import { copy, fail, persist } from '../support/flows.ts';
import { gives, of, type ConformanceCase } from './case.ts';

const scopes = [
  ['CrossFlow', 'crossFlow'],
  ['Instance', 'instance'],
  ['Integration', 'integration'],
] as const;

const each = scopes.flatMap(([name, scope]) => [
  of(
    `A ${name} value is saved and outlives the run`,
    [persist('Save', `save${name}Value`, 'k', value('v'))],
    { status: 'succeeded', state: { [scope]: { k: 'v' } } },
  ),
  of(
    `A ${name} value of an earlier run is read`,
    [persist('Get', `get${name}Value`, 'k')],
    { ...gives('old'), state: { [scope]: { k: 'old' } } },
    { state: { [scope]: { k: 'old' } } },
  ),
  of(
    `A ${name} value is removed`,
    [persist('Remove', `remove${name}Value`, 'k'), persist('Keys', `list${name}Keys`)],
    { ...gives(['other']), state: { [scope]: { other: 1 } } },
    { state: { [scope]: { k: 'old', other: 1 } } },
  ),
]);

const list = persist('Get', 'getExecutionValue', 'list');
const add = (name: string, content: unknown, action = 'appendExecutionValueToList') =>
  persist(name, action, 'list', value(content));

export const state: readonly ConformanceCase[] = [
  ...each,
  of(
    'An Execution value is read by later steps and gone after the run',
    [persist('Save', 'saveExecutionValue', 'k', value(1)), persist('Get', 'getExecutionValue', 'k')],
    { ...gives(1), state: {} },
  ),
  of(
    'Scopes do not see each other',
    [persist('Save', 'saveExecutionValue', 'k', value(1)), persist('Get', 'getInstanceValue', 'k')],
    gives(null),
  ),
  of(
    'A value that is not there is its default',
    [persist('Get', 'getExecutionValue', 'k', undefined, { defaultValueInput: value('d') })],
    gives('d'),
  ),
  of(
    'A value that is not there and has no default is nothing',
    [persist('Get', 'getExecutionValue', 'k')],
    gives(null),
  ),
  of(
    'What is saved is in the result as a value',
    [persist('Save it', 'saveExecutionValue', 'k', value('v')), copy('Copy', 'saveIt.results.value')],
    gives('v'),
  ),
  of(
    'Several values are saved at once',
    [
      persist('Save', 'saveCrossFlowValue', 'a', value(1), {
        dynamicValues: complex({ ...value(2), name: 'b' }),
      }),
    ],
    { status: 'succeeded', state: { crossFlow: { a: 1, b: 2 } } },
  ),
  of(
    'A value is saved over what an earlier run left beside it',
    [persist('Save', 'saveCrossFlowValue', 'a', value(2))],
    { status: 'succeeded', state: { crossFlow: { a: 2, b: 3 } } },
    { state: { crossFlow: { a: 1, b: 3 } } },
  ),
  of(
    'A key like __proto__ is only a key',
    [
      persist('Save', 'saveExecutionValue', '__proto__', value({ a: 1 })),
      persist('Get', 'getExecutionValue', 'a'),
    ],
    gives(null),
  ),
  of('A list grows at its end', [add('One', 1), add('Two', 2), list], gives([1, 2])),
  of(
    'A list that was read before does not change with it',
    [add('One', 1), list, add('Two', 2), copy('Copy', 'get.results')],
    gives([1]),
  ),
  of('A list added to a list is one value of it', [add('One', [1, 2]), list], gives([[1, 2]])),
  of(
    'Several values are added to a list',
    [add('One', [1, [2]], 'appendExecutionValuesToList'), list],
    gives([1, [2]]),
  ),
  of(
    'Several values are flattened before they are added',
    [
      persist('One', 'appendExecutionValuesToList', 'list', value([1, [2]]), { flatten: value('true') }),
      list,
    ],
    gives([1, 2]),
  ),
  of(
    'A value that is no list cannot grow',
    [persist('Save', 'saveExecutionValue', 'list', value('text')), add('One', 1)],
    { status: 'failed', failure: { code: 'input', step: 'One' } },
  ),
  of(
    'A value is removed from a list wherever it is',
    [add('One', 1), add('Two', 2), add('Three', 1), add('Remove', 1, 'removeExecutionValueFromList'), list],
    gives([2]),
  ),
  of(
    'A set holds a value once',
    [add('One', { a: 1 }, 'addExecutionValueToSet'), add('Two', { a: 1 }, 'addExecutionValueToSet'), list],
    gives([{ a: 1 }]),
  ),
  of(
    'A value is removed from a set',
    [
      add('One', 1, 'addExecutionValueToSet'),
      add('Two', 2, 'addExecutionValueToSet'),
      add('Remove', 1, 'removeExecutionValueFromSet'),
      list,
    ],
    gives([2]),
  ),
  of('A number that is not there counts from 0', [persist('More', 'incrementExecutionValue', 'n')], gives(1)),
  of(
    'A number goes up by an amount that is text',
    [persist('More', 'incrementInstanceValue', 'n', undefined, { amountInput: value('50') })],
    { ...gives(60), state: { instance: { n: 60 } } },
    { state: { instance: { n: 10 } } },
  ),
  of(
    'A number goes down',
    [persist('Less', 'decrementExecutionValue', 'n', undefined, { amountInput: value('2') })],
    gives(-2),
  ),
  of(
    'Counting what is no number fails',
    [
      persist('Save', 'saveExecutionValue', 'n', value('many')),
      persist('More', 'incrementExecutionValue', 'n'),
    ],
    { status: 'failed', failure: { code: 'input', step: 'More' } },
  ),
  of(
    'All values of a scope are removed',
    [persist('Clear', 'removeCrossFlowState')],
    { status: 'succeeded', state: { crossFlow: {} } },
    { state: { crossFlow: { a: 1, b: 2 } } },
  ),
  of(
    'Keys are listed in the order they came',
    [
      persist('B', 'saveExecutionValue', 'b', value(1)),
      persist('A', 'saveExecutionValue', 'a', value(1)),
      persist('Keys', 'listExecutionKeys'),
    ],
    gives(['b', 'a']),
  ),
  of('What a failed run has saved is kept', [persist('Save', 'saveCrossFlowValue', 'a', value(1)), fail()], {
    status: 'failed',
    state: { crossFlow: { a: 1 } },
  }),
  of(
    'A key can come from an earlier step',
    [
      persist('Save', 'saveExecutionValue', 'k', value('x'), {
        keyInput: reference('trigger.results.executionId'),
      }),
      persist('Keys', 'listExecutionKeys'),
    ],
    gives(['execution-1']),
  ),
];
