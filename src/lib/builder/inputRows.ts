/** The inputs of a step that hold something, in the order its action declares them. */
import type { CatalogueInput } from '#lib/model/catalogue.ts';
import type { Input, Step } from '#lib/model/integration.ts';
import { inputText, laneText } from '#lib/views/inputText.ts';

export interface InputRow {
  key: string;
  label: string;
  input: Input;
  /** Whether it stands for something else than it says: a value does not, and conditions are weighed one by one. */
  evaluated: boolean;
  /** One for each row of a list. */
  lines: readonly string[];
}

/** Unfilled inputs are left out; those an action does not declare come last. */
export function inputRows(step: Step, declared: readonly CatalogueInput[]): InputRow[] {
  const known = new Map(declared.map(({ key, label }) => [key, label]));
  const keys = [...known.keys(), ...Object.keys(step.inputs).filter((key) => !known.has(key))];
  return keys.flatMap((key) => {
    const input = step.inputs[key];
    const lines = input ? inputLines(step, input) : [];
    return input && lines.length > 0
      ? [{ key, label: known.get(key) ?? key, input, evaluated: isEvaluated(key, input), lines }]
      : [];
  });
}

function inputLines(step: Step, input: Input): string[] {
  if (input === step.inputs.conditions && step.branches)
    return step.branches.map(({ name }) => `${name}: ${laneText(step, name) || 'otherwise'}`);
  if (input.type === 'complex')
    return input.value.map((item) => inputText({ type: 'complex', value: [item] }));
  const text = inputText(input);
  return text === '' ? [] : [text];
}

function isEvaluated(key: string, { type }: Input): boolean {
  return type !== 'value' && type !== 'unknown' && key !== 'conditions';
}
