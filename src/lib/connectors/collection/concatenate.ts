import { listInput } from '#lib/connectors/collection/inputs.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { list } from '#lib/connectors/inputs.ts';

/** One list after the other (format.md 2.3, collection-tools). */
export const concatenate = defineAction({
  label: 'Concatenate lists',
  description: 'Makes one list of two, the second after the first.',
  synonyms: ['join', 'merge', 'combine'],
  pure: true,
  unverified: true,
  inputs: {
    listInput,
    secondListInput: list({ label: 'Second list', help: 'Its items come after those of the first.' }),
  },
  example: ['apple', 'orange', 'pear'],
  output: { list: 'anything' },
  perform: ({ listInput: first, secondListInput: second }) => ({ data: [...first, ...second] }),
});
