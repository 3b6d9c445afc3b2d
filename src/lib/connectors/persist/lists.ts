/** Lists, and sets: lists that hold each value once (format.md 2.3). */
import { defineAction, type StateReader, type StepDefinition } from '#lib/connectors/define.ts';
import { flag } from '#lib/connectors/inputs.ts';
import { keyInput, valueInput, type Persisted } from '#lib/connectors/persist/Persisted.ts';
import { FailureError } from '#lib/model/failure.ts';

export function appendToList({ scope, label }: Persisted): StepDefinition {
  return defineAction({
    label: `${label} - append value to list`,
    description: 'Adds a value to the end of a list that is kept.',
    pure: true,
    inputs: { keyInput, valueInput },
    example: { value: 1 },
    perform: ({ keyInput: key, valueInput: value = null }, { state }) => {
      checkList(key, state.kind(scope, key));
      return { data: { value }, changes: [{ kind: 'append', scope, key, values: [value] }] };
    },
  });
}

/** Adds a list as one value each, or, flattened, lists inside it value by value as well. */
export function appendValues({ scope, label }: Persisted): StepDefinition {
  return defineAction({
    label: `${label} - append values to list`,
    description: 'Adds several values to the end of a list that is kept.',
    pure: true,
    inputs: {
      keyInput,
      valueInput,
      flatten: flag({
        label: 'Flatten',
        help: 'Adds the items of a list inside the list one by one.',
        default: false,
      }),
    },
    example: { value: [1, 2] },
    perform: ({ keyInput: key, valueInput: value = [], flatten }, { state }) => {
      checkList(key, state.kind(scope, key));
      const list: unknown[] = Array.isArray(value) ? value : [value];
      return {
        data: { value: list },
        changes: [{ kind: 'append', scope, key, values: flatten ? list.flat() : list }],
      };
    },
  });
}

export function addToSet({ scope, label }: Persisted): StepDefinition {
  return defineAction({
    label: `${label} - add value to set`,
    description: 'Adds a value to a list that is kept, unless it is in it.',
    pure: true,
    inputs: { keyInput, valueInput },
    example: { value: 1 },
    perform: ({ keyInput: key, valueInput: value = null }, { state }) => {
      const isIn = listUnder(key, state.get(scope, key)).some((one) => isSame(one, value));
      return {
        data: { value },
        changes: isIn ? [] : [{ kind: 'append', scope, key, values: [value] }],
      };
    },
  });
}

/** Removes a value wherever it is in the list. */
export function removeFromList({ scope, label }: Persisted, kind: 'list' | 'set'): StepDefinition {
  return defineAction({
    label: `${label} - remove value from ${kind}`,
    description: `Removes a value from a ${kind} that is kept.`,
    pure: true,
    inputs: { keyInput, valueInput },
    example: [1],
    perform: ({ keyInput: key, valueInput: removed = null }, { state }) => {
      const value = listUnder(key, state.get(scope, key)).filter((one) => !isSame(one, removed));
      return { data: value, changes: [{ kind: 'set', scope, key, value }] };
    },
  });
}

/** Throws `input` when something else than a list is kept under the key. */
function listUnder(key: string, value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw noList(key);
}

/** The same without reading it: a list that nobody has read grows in place. */
function checkList(key: string, kind: ReturnType<StateReader['kind']>): void {
  if (kind === 'value') throw noList(key);
}

function noList(key: string): FailureError {
  return new FailureError({ code: 'input', message: `The value of “${key}” is no list.` });
}

/** Objects are the same when they are written the same. */
function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
  return JSON.stringify(left) === JSON.stringify(right);
}
