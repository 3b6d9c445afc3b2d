import { defineAction } from '#lib/connectors/define.ts';

/** Where the recursion stands: what was set last, else the trigger's first cursor (format.md 2.1). */
export const getCursor = defineAction({
  label: 'Get cursor',
  description: 'Reads where this flow is to go on.',
  pure: true,
  inputs: {},
  example: '2',
  output: 'anything',
  perform: (_inputs, { state }) => ({ data: state.get('recursion', 'cursor') ?? null }),
});
