import { defineAction } from '#lib/connectors/define.ts';
import { list } from '#lib/connectors/inputs.ts';

/** A list of the given items; a list that is the only item is that list (format.md 1.10, 2.3). */
export const create = defineAction({
  label: 'Create list',
  description: 'Makes a list of the given items.',
  synonyms: ['array'],
  pure: true,
  inputs: { items: list({ label: 'Items', help: 'A single item that is a list becomes the list itself.' }) },
  example: ['apple', 'orange'],
  output: { list: 'anything' },
  perform: ({ items }) => {
    const [only] = items;
    return { data: items.length === 1 && Array.isArray(only) ? only : items.map((item) => item ?? null) };
  },
});
