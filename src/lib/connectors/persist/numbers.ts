/** Values that count (format.md 2.3). */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { number } from '#lib/connectors/inputs.ts';
import { keyInput, type Persisted } from '#lib/connectors/persist/Persisted.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Adds to a number, or takes from it; a value that is not there is 0. The result is the new number. */
export function countBy({ scope, label }: Persisted, sign: 1 | -1): StepDefinition {
  return defineAction({
    label: `${label} - ${sign > 0 ? 'increment' : 'decrement'} value`,
    description: sign > 0 ? 'Adds to a number that is kept.' : 'Takes from a number that is kept.',
    pure: true,
    inputs: {
      keyInput,
      amountInput: number({ label: 'Amount', help: 'By how much, such as 1 or 0.5.', default: 1 }),
    },
    example: 1,
    perform: ({ keyInput: key, amountInput }, { state }) => {
      const value = toNumber(key, state.get(scope, key)) + sign * amountInput;
      return { data: value, changes: [{ kind: 'set', scope, key, value }] };
    },
  });
}

function toNumber(key: string, current: unknown): number {
  const value = Number(current ?? 0);
  if (!Number.isNaN(value) && typeof current !== 'object') return value;
  if (current === null) return 0;
  throw new FailureError({ code: 'input', message: `The value of “${key}” is no number.` });
}
