import { defineAction } from '#lib/connectors/define.ts';

/** Starts the flow once more, from its cursor (format.md 2.1). */
export const invokeRecursive = defineAction({
  label: 'Run this flow again',
  description: 'Starts this flow once more, from its cursor.',
  // The host starts a call once, however often a run is resumed.
  repeatable: true,
  inputs: {},
  example: { executionId: 'c1a5…' },
  perform: async (_inputs, { recur, state }) => ({
    data: await recur(state.get('recursion', 'cursor') ?? null),
  }),
});
