/** What a new step begins with. */
import { findAction, type Catalogue, type CatalogueInput } from '#lib/model/catalogue.ts';
import type { ActionRef, Input, NamedInput, Step } from '#lib/model/integration.ts';
import { ELSE, withLane } from '#lib/model/laneEdits.ts';
import { StepNames } from '#lib/model/StepNames.ts';

/**
 * A step or trigger that uses an action, named after it, its inputs filled with their defaults. A loop has an empty body, a
 * branch one lane and `Else`, a schedule no time yet. An action that is not in the catalogue gives its key as the name.
 */
export function newStep(
  { connector, key }: Pick<ActionRef, 'connector' | 'key'>,
  catalogue: Catalogue,
  takenNames: Iterable<string>,
): Step {
  const action = findAction(catalogue, connector, key)?.action;
  const step: Step = {
    name: new StepNames(takenNames).take(action?.label ?? key),
    description: '',
    action: { connector, key: action?.key ?? key, version: 'LATEST', isPublic: true },
    inputs: defaultsOf(action?.inputs ?? []),
  };
  if (action?.kind.startsWith('loop')) return { ...step, steps: [] };
  if (action?.kind.startsWith('branch'))
    return withLane({ ...step, branches: [{ name: ELSE, steps: [] }] }, 'Match');
  return connector === 'schedule-triggers' ? { ...step, schedule: noSchedule } : step;
}

/** `none` is the format's word for a schedule that nobody has chosen (format.md 1.7). */
const noSchedule: Step['schedule'] = {
  cron: { type: 'value', value: '' },
  scheduleType: 'none',
  timeZone: '',
};

function defaultsOf(inputs: readonly CatalogueInput[]): Step['inputs'] {
  const filled = inputs.filter((input) => input.default !== undefined);
  return Object.fromEntries(filled.map((input) => [input.key, inputOf(input.default)]));
}

/** Files write a plain value as text, whatever its type (format.md 1.1); lists and key-value rows are inputs themselves. */
function inputOf(value: unknown): Input {
  if (Array.isArray(value)) return { type: 'complex', value: value.map(itemOf) };
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  return { type: 'value', value: text };
}

function itemOf(value: unknown): NamedInput {
  if (typeof value !== 'object' || value === null || !('key' in value)) return inputOf(value);
  return { ...inputOf('value' in value ? value.value : ''), name: String(value.key) };
}
