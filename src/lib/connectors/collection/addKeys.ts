/** Keys that are added to an object, or to an object inside it (format.md 2.3, collection-tools). */
import { objectInput } from '#lib/connectors/collection/inputs.ts';
import { mergedAt } from '#lib/connectors/collection/mergedAt.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { anything, pairs, text } from '#lib/connectors/inputs.ts';
import { toPairs } from '#lib/connectors/reading.ts';

const objectPath = text({
  label: 'Insert path',
  help: 'Where in the object the keys are added; empty for the object itself.',
  placeholder: 'employee.contact',
});
const MORE_KEYS = 'Keys from data';

export const addKey = defineAction({
  label: 'Add key to object',
  description: 'Adds a key and its value to an object.',
  synonyms: ['set', 'property', 'field'],
  pure: true,
  inputs: {
    object: objectInput,
    key: text({
      label: 'Key',
      help: 'Such as email; one that is there already gets the new value.',
      required: true,
    }),
    value: anything({ label: 'Value', help: 'Text, a number, or anything from an earlier step.' }),
    objectPath,
  },
  example: { name: 'Ada', email: 'ada@example.com' },
  output: 'anything',
  perform: ({ object, key, value = null, objectPath: path }) => ({
    data: mergedAt(object, path, [{ key, value }]),
  }),
});

/** Rows that come as data are taken instead of those that are written out. */
export const addMultipleKeys = defineAction({
  label: 'Add several keys to object',
  description: 'Adds keys and their values to an object.',
  synonyms: ['set', 'properties', 'fields', 'merge'],
  pure: true,
  inputs: {
    object: objectInput,
    objectPath,
    dynamicFields: anything({
      label: MORE_KEYS,
      help: 'An object, or a list of keys and values. When it has any, “Keys and values” does not count.',
      placeholder: '{ "email": "ada@example.com" }',
    }),
    keyValueListInput: pairs({
      label: 'Keys and values',
      help: 'A row for each key, such as email with ada@example.com.',
    }),
  },
  example: { name: 'Ada', email: 'ada@example.com', city: 'London' },
  output: 'anything',
  perform: ({ object, objectPath: path, dynamicFields, keyValueListInput }) => {
    const fields = toPairs(dynamicFields, MORE_KEYS);
    return { data: mergedAt(object, path, fields.length > 0 ? fields : keyValueListInput) };
  },
});
