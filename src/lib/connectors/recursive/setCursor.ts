import { defineAction } from '#lib/connectors/define.ts';
import { anything } from '#lib/connectors/inputs.ts';

/** Says where the recursion goes on, in this run and in the next (format.md 2.1). */
export const setCursor = defineAction({
  label: 'Set cursor',
  description: 'Notes where this flow is to go on.',
  pure: true,
  inputs: {
    cursor: anything({ label: 'Cursor', help: 'Such as the number or the token of the next page.' }),
  },
  example: '2',
  output: 'anything',
  perform: ({ cursor = null }) => ({
    data: cursor,
    changes: [{ kind: 'set', scope: 'recursion', key: 'cursor', value: cursor }],
  }),
});
