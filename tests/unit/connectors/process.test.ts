import { describe, expect, it } from 'vitest';
import { deduplicate } from '#lib/connectors/process/deduplicate.ts';
import type { PersistedState } from '#lib/engine/State.ts';
import { complex, flow, step, value } from '../../support/build.ts';
import { persist } from '../../support/flows.ts';
import { failureOf } from '../../support/performAction.ts';
import { runFlow } from '../../support/runFlow.ts';

const unseen = (name: string, data: unknown, ...fields: string[]) =>
  step(name, 'process-data/deduplicate', {
    keyFieldNamesInput: complex(...fields.map(value)),
    dataInput: value(data),
  });

async function run(state: PersistedState, ...steps: ReturnType<typeof step>[]) {
  const { outcome, outputs } = await runFlow(flow(...steps), { state });
  return { outputs, state: { ...state, ...outcome.state } };
}

describe('items that were not seen before', () => {
  it('are those of no earlier run, each once', async () => {
    const first = await run({}, unseen('New', [{ id: 1 }, { id: 2, a: 1 }, { id: 2, a: 2 }], 'id'));
    expect(first.outputs.New).toEqual([{ id: 1 }, { id: 2, a: 1 }]);
    const second = await run(first.state, unseen('New', [{ id: '2' }, { id: 3 }, { id: 1 }], 'id'));
    expect(second.outputs.New).toEqual([{ id: '2' }, { id: 3 }]);
    const third = await run(second.state, unseen('New', [{ id: 3 }], 'id'));
    expect(third.outputs.New).toEqual([]);
  });

  it('are told apart by all key fields together', async () => {
    const data = [{ a: 1, b: 1 }, { a: 1, b: 2 }, { b: 1, a: 1, c: 1 }, { a: 1 }];
    const { outputs } = await run({}, unseen('New', data, 'a', 'b'));
    expect(outputs.New).toEqual([{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 1 }]);
  });

  it('are told apart by all they are when no field is named', async () => {
    const { outputs } = await run({}, unseen('New', ['x', 'x', { a: 1, b: 2 }, { b: 2, a: 1 }]));
    expect(outputs.New).toEqual(['x', { a: 1, b: 2 }]);
  });

  it('are remembered apart for other key fields, and beside what the flow keeps itself', async () => {
    const { outputs, state } = await run(
      { instance: { id: ['kept'] } },
      unseen('By id', [{ id: 1, name: 1 }], 'id'),
      unseen('By name', [{ id: 1, name: 1 }], 'name'),
      persist('Kept', 'getInstanceValue', 'id'),
    );
    expect([outputs['By id'], outputs['By name']]).toEqual([[{ id: 1, name: 1 }], [{ id: 1, name: 1 }]]);
    expect(outputs.Kept).toEqual(['kept']);
    expect(Object.keys(state.instance ?? {})).toHaveLength(3);
  });

  it('cost the journal only themselves', async () => {
    const { entries } = await runFlow(
      flow(unseen('First', [{ id: 1 }, { id: 2 }], 'id'), unseen('Second', [{ id: 2 }, { id: 3 }], 'id')),
    );
    expect(entries.at(-1)?.changes).toMatchObject([{ kind: 'append', scope: 'instance', values: ['[3]'] }]);
  });

  it.each<[string, unknown, string]>([
    ['no list', 'x', '“Data” needs a list, but got the text "x".'],
    ['no objects', [{ id: 1 }, 5], '“Data” needs a list of objects, but got the number 5.'],
    [
      'an item without the field',
      [{ id: 1 }, { name: 2 }],
      'The item with the index 1 has no value in “id”.',
    ],
    [
      'an item with an inherited field only',
      [{}],
      'The item with the index 0 has no value in “constructor”.',
    ],
  ])('fail for %s', async (_name, dataInput, message) => {
    const keyFieldNamesInput = message.includes('constructor') ? ['constructor'] : ['id'];
    expect(await failureOf(deduplicate, { dataInput, keyFieldNamesInput })).toMatchObject({
      code: 'input',
      message,
    });
  });
});
