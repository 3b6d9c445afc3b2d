import type { Inputs } from '#lib/connectors/define.ts';
import { resolve } from '#lib/engine/resolve.ts';
import type { Scope } from '#lib/engine/Scope.ts';
import { FailureError } from '#lib/model/failure.ts';
import type { Input, Step } from '#lib/model/integration.ts';

/** The inputs an action declares, resolved and read into their types. Throws `input`, naming the one that is wrong. */
export function readInputs(declared: Inputs, step: Step, scope: Scope): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const key in declared) values[key] = readInput(declared, key, step, scope);
  return values;
}

function readInput(declared: Inputs, key: string, step: Step, scope: Scope): unknown {
  const definition = declared[key];
  const input = Object.hasOwn(step.inputs, key) ? step.inputs[key] : undefined;
  const value = input && resolve(input, scope);
  const empty = value === undefined || value === null || value === '';
  if (empty && definition?.required && definition.default === undefined && !mayBeEmpty(input))
    throw emptyInput(definition.label, step.name, input);
  return definition?.read(value);
}

/** A config variable that is chosen, and a text with placeholders: whoever sets their values may leave them empty. */
function mayBeEmpty(input: Input | undefined): boolean {
  return (input?.type === 'configVar' || input?.type === 'template') && input.value !== '';
}

function emptyInput(label: string, stepName: string, input: Input | undefined): FailureError {
  return new FailureError({
    code: 'input',
    message: `The input “${label}” of “${stepName}” is empty.`,
    hint: input?.type === 'reference' ? `“${input.value}” has no value in this run.` : 'Fill it in.',
  });
}
