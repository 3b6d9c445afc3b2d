import { listInput } from '#lib/connectors/collection/inputs.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { code as codeInput } from '#lib/connectors/inputs.ts';
import { toText } from '#lib/connectors/reading.ts';

/** In the order of the user's function, else numbers by size and anything else as text (format.md 2.3, collection-tools). */
export const sort = defineAction({
  label: 'Sort list',
  description: 'Puts the items of a list in order.',
  synonyms: ['order', 'rank'],
  lazy: true,
  unverified: true,
  inputs: {
    listInput,
    sortCodeInput: codeInput({
      label: 'Comparison function',
      help: 'Called with two items: a negative number puts the first one first, a positive one the second. Without it numbers are sorted by size, other items as text.',
      language: 'javascript',
      placeholder: '(a, b) => a.price - b.price',
    }),
  },
  example: [{ price: 10 }, { price: 19 }],
  output: { list: 'anything' },
  perform: async ({ listInput: list, sortCodeInput: source }, { code }) => ({
    data: source.trim() === '' ? inOrder(list) : await code({ source, how: 'sort', args: [list] }),
  }),
});

function inOrder(list: unknown[]): unknown[] {
  if (list.every((item) => typeof item === 'number')) return list.toSorted((left, right) => left - right);
  const written = list.map((item) => ({ item, text: toText(item) }));
  written.sort((left, right) => (left.text < right.text ? -1 : left.text > right.text ? 1 : 0));
  return written.map(({ item }) => item);
}
