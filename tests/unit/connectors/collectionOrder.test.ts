import { describe, expect, it } from 'vitest';
import { processInOrder } from '#lib/connectors/collection/processInOrder.ts';
import type { PersistedState } from '#lib/engine/State.ts';
import { flow, step, value } from '../../support/build.ts';
import { lanes, say } from '../../support/flows.ts';
import { failureOf } from '../../support/performAction.ts';
import { runFlow } from '../../support/runFlow.ts';

const ordered = (index: number, { length = 4, id = 'orders' } = {}) =>
  flow(
    lanes(
      step('Order', 'collection-tools/processInOrder', {
        collectionIdInput: value(id),
        collectionLengthInput: value(`${length}`),
        itemInput: value(`item ${index}`),
        itemIndexInput: value(`${index}`),
      }),
      {
        Process: [say('Say process', 'process {{$order.results}}')],
        Skip: [say('Say skip', 'skip {{$order.results}}')],
      },
    ),
  );

/** Each item arrives in an execution of its own; what one of them keeps is there for the next. */
async function arrive(flows: readonly ReturnType<typeof ordered>[], before: PersistedState = {}) {
  let state = before;
  const said: string[] = [];
  for (const one of flows) {
    const { outcome, log } = await runFlow(one, { state });
    state = { ...state, ...outcome.state };
    said.push(...log);
  }
  return { said, state };
}

describe('items that are processed in order', () => {
  it('wait for those before them, and are forgotten when the last one is processed', async () => {
    const { said, state } = await arrive([2, 1, 0, 3].map((index) => ordered(index)));
    expect(said).toEqual([
      'info skip item 2',
      'info skip item 1',
      'info process ["item 0","item 1","item 2"]',
      'info process ["item 3"]',
    ]);
    expect(state.instance).toEqual({});
  });

  it('go on waiting behind a gap', async () => {
    const { said } = await arrive([3, 0, 2, 1].map((index) => ordered(index)));
    expect(said.at(-3)).toBe('info process ["item 0"]');
    expect(said.at(-1)).toBe('info process ["item 1","item 2","item 3"]');
  });

  it('are skipped when they come again', async () => {
    const { said, state } = await arrive([0, 0, 2, 2, 1].map((index) => ordered(index)));
    expect(said).toEqual([
      'info process ["item 0"]',
      'info skip item 0',
      'info skip item 2',
      'info skip item 2',
      'info process ["item 1","item 2"]',
    ]);
    expect(Object.values(state.instance ?? {})).toEqual([{ next: 3, waiting: [] }]);
  });

  it('are not kept when they come too late', async () => {
    const { state } = await arrive([0, 0].map((index) => ordered(index)));
    expect(Object.values(state.instance ?? {})).toEqual([{ next: 1, waiting: [] }]);
  });

  it('do not wait for another collection', async () => {
    const { said } = await arrive([
      ordered(1, { id: 'a' }),
      ordered(0, { id: 'b' }),
      ordered(0, { id: 'a' }),
    ]);
    expect(said).toEqual(['info skip item 1', 'info process ["item 0"]', 'info process ["item 0","item 1"]']);
  });

  it('begin anew when something else was saved in their place', async () => {
    const { state } = await arrive([ordered(1)]);
    const [key = ''] = Object.keys(state.instance ?? {});
    const { said } = await arrive([ordered(0)], { instance: { [key]: 'mine' } });
    expect(said).toEqual(['info process ["item 0"]']);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'an index beyond the end',
      { itemIndexInput: '4' },
      'The item has the index 4, but its collection has only 4 items.',
    ],
    ['no index', { itemIndexInput: '' }, '“Item index” needs a number, but got nothing.'],
    [
      'half an index',
      { itemIndexInput: 0.5 },
      '“Item index” needs a whole number from 0 on, but got the number 0.5.',
    ],
    [
      'no items',
      { collectionLengthInput: '0' },
      '“Collection length” needs a whole number from 1 on, but got the text "0".',
    ],
  ])('fail for %s', async (_name, inputs, message) => {
    const given = { collectionIdInput: 'a', collectionLengthInput: '4', itemIndexInput: '0', ...inputs };
    expect(await failureOf(processInOrder, given)).toMatchObject({ code: 'input', message });
  });
});
