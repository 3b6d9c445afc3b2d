import { objectInput } from '#lib/connectors/collection/inputs.ts';
import { defineAction } from '#lib/connectors/define.ts';

/** The keys of an object as rows of key and value (format.md 2.3, collection-tools). */
export const fromObject = defineAction({
  label: 'Object to key-value list',
  description: 'Makes a list with the key and the value of everything in an object.',
  synonyms: ['entries'],
  pure: true,
  unverified: true,
  inputs: { object: objectInput },
  example: [{ key: 'name', value: 'Ada' }],
  output: { list: { fields: { key: 'text', value: 'anything' } } },
  perform: ({ object }) => ({ data: Object.entries(object).map(([key, value]) => ({ key, value })) }),
});
