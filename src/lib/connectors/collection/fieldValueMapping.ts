import { defineAction } from '#lib/connectors/define.ts';
import { pairs } from '#lib/connectors/inputs.ts';
import { toText } from '#lib/connectors/reading.ts';

/** Values under other names: what has the same key on both sides becomes a row (format.md 2.3, collection-tools). */
export const fieldValueMapping = defineAction({
  label: 'Map field values',
  description: 'Gives values the names that another list has for their keys.',
  synonyms: ['rename', 'field mapping'],
  pure: true,
  unverified: true,
  inputs: {
    keyMappingsInput: pairs({ label: 'Key mappings', help: 'From the key of a value to its new name.' }),
    valueMappingsInput: pairs({ label: 'Value mappings', help: 'From the same keys to the values.' }),
  },
  example: [{ key: 'FirstName', value: 'Ada' }],
  output: { list: { fields: { key: 'text', value: 'anything' } } },
  perform: ({ keyMappingsInput, valueMappingsInput }) => {
    const values = new Map(valueMappingsInput.map(({ key, value }) => [key, value]));
    const known = keyMappingsInput.filter(({ key }) => values.has(key));
    return { data: known.map(({ key, value: name }) => ({ key: toText(name), value: values.get(key) })) };
  },
});
