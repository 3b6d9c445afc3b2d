/** Single values: save, read, remove (format.md 2.3). */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { anything, pairs, text } from '#lib/connectors/inputs.ts';
import { keyInput, valueInput, type Persisted } from '#lib/connectors/persist/Persisted.ts';
import type { StateChange } from '#lib/model/execution.ts';

/** Saves a value under its key, and the rows of `dynamicValues` under theirs. */
export function save({ scope, label }: Persisted): StepDefinition {
  return defineAction({
    label: `${label} - save value`,
    description: 'Keeps a value under a key.',
    synonyms: ['table', 'cache', 'store', 'remember', 'database', 'key value'],
    pure: true,
    // Files that save only rows leave the key empty.
    inputs: {
      keyInput: text({
        label: 'Key',
        help: 'The name that the value is kept under; empty to save only the rows below.',
      }),
      valueInput,
      dynamicValues: pairs({ label: 'More values', help: 'A row for each further key and its value.' }),
    },
    example: { value: 1 },
    output: { fields: { value: 'anything' } },
    perform: ({ keyInput: key, valueInput: value = null, dynamicValues }) => {
      const rows = key === '' ? dynamicValues : [{ key, value }, ...dynamicValues];
      const changes = rows.map((row): StateChange => ({ kind: 'set', scope, ...row }));
      return { data: { value }, changes };
    },
  });
}

/** The value under a key, else the default, else `null`. */
export function get({ scope, label }: Persisted): StepDefinition {
  return defineAction({
    label: `${label} - get value`,
    description: 'Reads a value that was kept.',
    synonyms: ['table', 'cache', 'lookup', 'recall', 'key value'],
    pure: true,
    inputs: {
      keyInput,
      defaultValueInput: anything({
        label: 'Default',
        help: 'What to give when nothing is kept under the key, such as 0.',
      }),
    },
    example: 'value',
    output: 'anything',
    perform: ({ keyInput: key, defaultValueInput }, { state }) => ({
      data: state.get(scope, key) ?? defaultValueInput ?? null,
    }),
  });
}

export function remove({ scope, label }: Persisted): StepDefinition {
  return defineAction({
    label: `${label} - remove value`,
    description: 'Forgets a value.',
    pure: true,
    inputs: { keyInput },
    example: null,
    perform: ({ keyInput: key }) => ({ data: null, changes: [{ kind: 'remove', scope, key }] }),
  });
}

/** Saves the time of this step as ISO text. */
export function saveTime({ scope, label }: Persisted): StepDefinition {
  return defineAction({
    label: `${label} - save current time`,
    description: 'Keeps the time of this step under a key.',
    pure: true,
    inputs: { keyInput },
    example: { value: '2026-01-01T00:00:00.000Z' },
    perform: ({ keyInput: key }, { now }) => {
      const value = new Date(now()).toISOString();
      return { data: { value }, changes: [{ kind: 'set', scope, key, value }] };
    },
  });
}

export function keys({ scope, label }: Persisted): StepDefinition {
  return defineAction({
    label: `${label} - list keys`,
    description: 'Lists the keys of all values that are kept.',
    pure: true,
    inputs: {},
    example: ['key'],
    perform: (_inputs, { state }) => ({ data: state.keys(scope) }),
  });
}

export function clear({ scope, label }: Persisted): StepDefinition {
  return defineAction({
    label: `${label} - remove all`,
    description: 'Forgets all values.',
    pure: true,
    inputs: {},
    example: null,
    perform: () => ({ data: null, changes: [{ kind: 'clear', scope }] }),
  });
}
