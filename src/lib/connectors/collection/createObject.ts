import { defineAction } from '#lib/connectors/define.ts';
import { pairs } from '#lib/connectors/inputs.ts';

/** An object with the given keys and values (format.md 2.3, collection-tools). */
export const createObject = defineAction({
  label: 'Create object',
  description: 'Makes an object from keys and values.',
  pure: true,
  inputs: { keyValueInput: pairs({ label: 'Keys and values' }) },
  example: { key: 'value' },
  // `fromEntries` defines own properties, so a key such as `__proto__` is only a key.
  perform: ({ keyValueInput }) => ({
    data: Object.fromEntries(keyValueInput.map(({ key, value }) => [key, value])),
  }),
});
