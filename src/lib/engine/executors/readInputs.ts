import type { Inputs } from '#lib/connectors/define.ts';
import { resolve } from '#lib/engine/resolve.ts';
import type { Scope } from '#lib/engine/Scope.ts';
import { FailureError } from '#lib/model/failure.ts';
import type { Step } from '#lib/model/integration.ts';

/** The inputs an action declares, resolved and read into their types. Throws `input`, naming the one that is wrong. */
export function readInputs(declared: Inputs, step: Step, scope: Scope): Record<string, unknown> {
  return Object.fromEntries(Object.keys(declared).map((key) => [key, readInput(declared, key, step, scope)]));
}

function readInput(declared: Inputs, key: string, step: Step, scope: Scope): unknown {
  const definition = declared[key];
  const input = Object.hasOwn(step.inputs, key) ? step.inputs[key] : undefined;
  const value = input && resolve(input, scope);
  const empty = value === undefined || value === null || value === '';
  if (empty && definition?.required && definition.default === undefined) {
    throw new FailureError({
      code: 'input',
      message: `The input “${definition.label}” of “${step.name}” is empty.`,
      hint: input?.type === 'reference' ? `“${input.value}” has no value in this run.` : 'Fill it in.',
    });
  }
  return definition?.read(value);
}
