import { listInput } from '#lib/connectors/collection/inputs.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';
import { wrongShape } from '#lib/connectors/reading.ts';

const INDEX = 'Index';

/** One item by where it is; several numbers lead into lists in the list (format.md 2.3, collection-tools). */
export const selectItemFromList = defineAction({
  label: 'Select item from list',
  description: 'Gives the item at a place of a list, or nothing when the list is shorter.',
  synonyms: ['nth', 'pick', 'get item'],
  pure: true,
  unverified: true,
  inputs: {
    listInput,
    indexInput: text({
      label: INDEX,
      help: 'The first item has the index 0. Write 2.0 for the first item of the list that is the third item.',
      required: true,
    }),
  },
  example: 'orange',
  output: 'anything',
  perform: ({ listInput: list, indexInput }) => ({
    data: numbersOf(indexInput).reduce<unknown>(itemAt, list) ?? null,
  }),
});

/** `2`, `2.0`, `2,0` and `[2][0]`; a list of numbers arrives as JSON. */
function numbersOf(written: string): number[] {
  const numbers = written.split(/[\s,.[\]]+/).filter((part) => part !== '');
  if (numbers.length > 0 && numbers.every((part) => /^\d+$/.test(part))) return numbers.map(Number);
  throw wrongShape(INDEX, 'whole numbers from 0 on', written);
}

function itemAt(list: unknown, index: number): unknown {
  if (Array.isArray(list)) return list[index];
  throw wrongShape(INDEX, 'to lead into a list', list);
}
