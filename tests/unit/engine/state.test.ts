import { describe, expect, it } from 'vitest';
import { State } from '#lib/engine/State.ts';
import { loop, flow, value } from '../../support/build.ts';
import { persist } from '../../support/flows.ts';
import { runFlow } from '../../support/runFlow.ts';

describe('persisted values', () => {
  it('are handed back only for scopes that changed', () => {
    const state = new State({ crossFlow: { a: 1 }, instance: { b: 2 } });
    expect(state.changed(1_000)).toBeUndefined();
    state.apply({ kind: 'set', scope: 'instance', key: 'c', value: 3 });
    expect(state.changed(1_000)).toEqual({ instance: { b: 2, c: 3 } });
  });

  it('of the execution and of a recursion are handed back to nobody', () => {
    const state = new State({});
    state.apply({ kind: 'set', scope: 'execution', key: 'a', value: 1 });
    state.apply({ kind: 'set', scope: 'recursion', key: 'cursor', value: 1 });
    expect(state.changed(1_000)).toBeUndefined();
  });

  it('that somebody has read do not change in his hands', () => {
    const state = new State({ crossFlow: { list: [1] } });
    const append = (item: number) =>
      state.apply({ kind: 'append', scope: 'crossFlow', key: 'list', values: [item] });
    const before = state.get('crossFlow', 'list');
    append(2);
    const between = state.all('crossFlow').list;
    append(3);
    append(4);
    expect([before, between, state.get('crossFlow', 'list')]).toEqual([[1], [1, 2], [1, 2, 3, 4]]);
  });

  it('with a key like __proto__ are values like any other', () => {
    const state = new State({});
    state.apply({ kind: 'set', scope: 'crossFlow', key: '__proto__', value: { polluted: true } });
    expect(Object.keys(state.changed(1_000)?.crossFlow ?? {})).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('that a loop gathers cost each entry its own value, not the whole list', async () => {
    const items = value(Array.from({ length: 2_000 }, (_, index) => index));
    const gather = persist('Add', 'appendCrossFlowValueToList', 'all', {
      type: 'reference',
      value: 'l.currentItem',
    });
    const { entries, outcome } = await runFlow(flow(loop('L', items, gather)));
    expect((outcome.state?.crossFlow?.all as unknown[]).length).toBe(2_000);
    expect(Math.max(...entries.slice(0, -1).map((entry) => JSON.stringify(entry).length))).toBeLessThan(400);
  });
});
