/** Edits of the inputs of a step, and how an input becomes one of another kind (ux.md D-33). */
import type { Input, Step } from '#lib/model/integration.ts';
import { templateParts } from '#lib/model/template.ts';

/** Kinds an input can be turned into. */
export type InputKind = Exclude<Input['type'], 'unknown'>;

/** Sets an input of a step. */
export function setInput(step: Step, key: string, input: Input): Step {
  return { ...step, inputs: { ...step.inputs, [key]: input } };
}

/** Removes an input of a step. */
export function removeInput(step: Step, key: string): Step {
  if (!Object.hasOwn(step.inputs, key)) return step;
  const { [key]: _removed, ...inputs } = step.inputs;
  return { ...step, inputs };
}

/** The input as another kind: what it says is kept where the other kind can say it, else it is empty. */
export function convertInput(input: Input, to: InputKind): Input {
  if (input.type === to) return input;
  if (to === 'template') return { type: to, value: asTemplate(input) };
  if (to === 'complex') return { type: to, value: isUnset(input) ? [] : [input] };
  if (to === 'value') return { type: to, value: asValue(input) };
  return { type: to, value: asPointer(input, to) };
}

function asTemplate(input: Input): string {
  switch (input.type) {
    case 'reference':
      return input.value === '' ? '' : `{{$${input.value}}}`;
    case 'configVar':
      return input.value === '' ? '' : `{{#${input.value}}}`;
    case 'value':
    case 'template':
      return typeof input.value === 'object' ? JSON.stringify(input.value ?? '') : String(input.value ?? '');
    default:
      return '';
  }
}

/** A template that is nothing but text is a value; what points elsewhere has none of its own. */
function asValue(input: Input): unknown {
  if (input.type !== 'template') return '';
  return templateParts(input.value).every(({ kind }) => kind === 'text') ? input.value : '';
}

/** A template that is one placeholder and nothing else points to what its placeholder does. */
function asPointer(input: Input, to: 'reference' | 'configVar'): string {
  const [part, ...others] = input.type === 'template' ? templateParts(input.value) : [];
  if (others.length > 0) return '';
  if (to === 'reference') return part?.kind === 'reference' ? part.path : '';
  return part?.kind === 'configVar' ? part.key : '';
}

function isUnset(input: Input): boolean {
  return input.value === '' || input.value === undefined || input.value === null;
}
