/** Objects out of rows of key and value: three actions that differ in their words (format.md 2.3, collection-tools). */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { pairs } from '#lib/connectors/inputs.ts';

type ObjectAction = Pick<
  StepDefinition,
  'label' | 'description' | 'example' | 'output' | 'synonyms' | 'unverified'
> & {
  input: readonly [key: string, label: string, help: string];
};

const actions: Readonly<Record<string, ObjectAction>> = {
  createObject: {
    label: 'Create object',
    description: 'Makes an object from keys and values.',
    example: { key: 'value' },
    input: ['keyValueInput', 'Keys and values', 'A row for each key, such as name with Ada.'],
  },
  toObject: {
    label: 'Key-value list to object',
    description: 'Makes an object of a list whose items have a key and a value.',
    synonyms: ['from entries'],
    unverified: true,
    example: { name: 'Ada', city: 'London' },
    output: 'anything',
    input: [
      'keyValueListInput',
      'Key-value list',
      'From an earlier step, or JSON such as [{ "key": "name", "value": "Ada" }].',
    ],
  },
  combineCollections: {
    label: 'Combine collections (deprecated)',
    description: 'Makes an object of lists and objects under their keys. “Create object” does the same.',
    unverified: true,
    example: { customers: [{ name: 'Ada' }] },
    output: 'anything',
    input: ['collectionsInput', 'Collections', 'A row for each list or object, with the key that it gets.'],
  },
};

export const objects: Readonly<Record<string, StepDefinition>> = Object.fromEntries(
  Object.entries(actions).map(([key, action]) => [key, objectOf(action)]),
);

function objectOf({ input: [input, label, help], ...described }: ObjectAction): StepDefinition {
  return defineAction({
    ...described,
    pure: true,
    inputs: { [input]: pairs({ label, help }) },
    // `fromEntries` defines own properties, so a key such as `__proto__` is only a key.
    perform: ({ [input]: rows = [] }) => ({
      data: Object.fromEntries(rows.map(({ key, value }) => [key, value])),
    }),
  });
}
