import { kept } from '#lib/connectors/collection/filter.ts';
import { filterCodeInput, listInput } from '#lib/connectors/collection/inputs.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { anything, code as codeInput } from '#lib/connectors/inputs.ts';

/** The function that changes nothing, as the format writes it. */
const SAME = '(item, index) => { return item; }';

/** What the user's function makes of the items that are kept (format.md 2.3, collection-tools). */
export const map = defineAction({
  label: 'Map list',
  description: 'Makes a new list of what a function returns for each item.',
  synonyms: ['transform', 'each', 'convert'],
  lazy: true,
  inputs: {
    listInput,
    transformCodeInput: codeInput({
      label: 'Transform function',
      help: 'Called with each item, its index and the context data; what it returns is the new item.',
      language: 'javascript',
      default: SAME,
    }),
    filterCodeInput,
    contextInput: anything({
      label: 'Context data',
      help: 'What both functions get as their third argument.',
    }),
  },
  example: [{ fullName: 'Ada Lovelace' }],
  output: { list: 'anything' },
  perform: async (
    { listInput: list, transformCodeInput: source, filterCodeInput, contextInput },
    { code },
  ) => {
    const given = contextInput === undefined ? [] : [contextInput];
    const items = await kept(list, filterCodeInput, code, ...given);
    return { data: source === SAME ? items : await code({ source, how: 'map', args: [items, ...given] }) };
  },
});
