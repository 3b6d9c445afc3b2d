/** Looks values up in a table that the flow holds (format.md 2.3, data-mapper). What is not in it is nothing. */
import { defineAction } from '#lib/connectors/define.ts';
import { anything, list, pairs } from '#lib/connectors/inputs.ts';
import { toText, type KeyValue } from '#lib/connectors/reading.ts';

const valueMap = pairs({
  label: 'Value map',
  help: 'From each value that may come in to the one that goes out.',
});
const synonyms = ['lookup', 'translate', 'table', 'replace'];

export const valueMapper = defineAction({
  label: 'Map value',
  description: 'Looks a value up in a table.',
  synonyms,
  pure: true,
  inputs: { inputValue: anything({ label: 'Value', help: 'What to look up, compared as text.' }), valueMap },
  example: 'fruit',
  output: 'anything',
  perform: ({ inputValue, valueMap: rows }) => ({ data: lookedUp([inputValue], rows)[0] }),
});

/** One value out for each one in, so that both lists go together. */
export const valueListMapper = defineAction({
  label: 'Map list of values',
  description: 'Looks each value of a list up in a table.',
  synonyms,
  pure: true,
  inputs: {
    inputValueList: list({
      label: 'Values',
      help: 'A list from an earlier step; each item is looked up, compared as text.',
    }),
    valueMap,
  },
  example: ['fruit', 'fruit', 'vegetable'],
  output: { list: 'anything' },
  perform: ({ inputValueList, valueMap: rows }) => ({ data: lookedUp(inputValueList, rows) }),
});

/** Keys are text, whatever the value was: the number 1 finds the row “1”. Of rows with one key the last one counts. */
function lookedUp(values: readonly unknown[], rows: readonly KeyValue[]): unknown[] {
  const table = new Map(rows.map(({ key, value }) => [key, value]));
  return values.map((value) => table.get(toText(value)) ?? null);
}
