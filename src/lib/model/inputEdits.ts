/** Edits of the inputs of a step, and how an input becomes one of another kind (ux.md D-33). */
import type { ComplexItem, FromFile, Input, Step } from '#lib/model/integration.ts';
import { templateParts } from '#lib/model/template.ts';
import type { Written, WrittenNote } from '#lib/model/written.ts';

/** Sets an input of a step. Unknown keys and comments of the one it replaces stay, unless it brings its own. */
export function setInput(step: Step, key: string, input: Input): Step {
  const old = Object.hasOwn(step.inputs, key) ? step.inputs[key] : undefined;
  if (old === input) return step;
  const next = old === undefined ? input : ({ ...fromFile(old), ...input } as Input);
  return { ...step, inputs: { ...step.inputs, [key]: next } };
}

/** Removes an input of a step. */
export function removeInput(step: Step, key: string): Step {
  if (!Object.hasOwn(step.inputs, key)) return step;
  const { [key]: _removed, ...inputs } = step.inputs;
  return { ...step, inputs };
}

/**
 * The input as another kind: what it says is kept where the other kind can say it, else it is empty. A row keeps its name.
 * Nothing becomes `unknown`.
 */
export function convertInput(input: Input, to: Input['type']): Input {
  if (to === input.type || to === 'unknown') return input;
  const around = { ...('name' in input && { name: input.name }), ...fromFile(input) };
  if (to === 'complex') return { ...around, type: to, value: asList(input) };
  const one = input.type === 'complex' ? onlyItem(input.value) : input;
  if (to === 'value') return { ...around, type: to, value: one ? asValue(one) : '' };
  if (to === 'template') return { ...around, type: to, value: one ? asTemplate(one) : '' };
  return { ...around, type: to, value: one ? asPointer(one, to) : '' };
}

/** A list of one, or of none where nothing was filled in. */
function asList(input: Input): Input[] {
  if (input.type === 'unknown' || input.value === '' || input.value === null || input.value === undefined)
    return [];
  return [{ type: input.type, value: input.value } as Input];
}

/** The input in a list of one. */
function onlyItem(items: readonly ComplexItem[]): Input | undefined {
  const [item, ...others] = items;
  if (typeof item !== 'object' || item === null || others.length > 0 || !('type' in item)) return undefined;
  return item.type === 'complex' ? undefined : item;
}

/** A template that is nothing but text is a value; what points elsewhere has none of its own. */
function asValue(input: Input): unknown {
  if (input.type === 'value') return input.value;
  if (input.type !== 'template') return '';
  return templateParts(input.value).every(({ kind }) => kind === 'text') ? input.value : '';
}

function asTemplate(input: Input): string {
  switch (input.type) {
    case 'template':
      return input.value;
    case 'reference':
      return placeholder('$', input.value);
    case 'configVar':
      return placeholder('#', input.value);
    case 'value':
      return asText(input.value);
    default:
      return '';
  }
}

/** Empty where a placeholder cannot hold the name: it would end at the first brace. */
function placeholder(sigil: '$' | '#', name: string): string {
  return name === '' || name.includes('}') ? '' : `{{${sigil}${name}}}`;
}

/** A list or an object becomes its JSON, as in a template that embeds it (format.md 1.6.2). */
function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A template that is one placeholder and nothing else points to what its placeholder does. */
function asPointer(input: Input, to: 'reference' | 'configVar'): string {
  if (input.type === to) return input.value;
  const [part, ...others] = input.type === 'template' ? templateParts(input.value) : [];
  if (!part || others.length > 0) return '';
  if (to === 'reference') return part.kind === 'reference' ? part.path : '';
  return part.kind === 'configVar' ? part.key : '';
}

/** What an input carries along, for another one in its place. */
function fromFile({ extra, written }: Input): FromFile {
  const notes = written && notesFor(written);
  return { ...(extra && { extra }), ...(notes && { written: notes }) };
}

/** Notes that fit any value: how the file spelled the old one, and notes inside it, say nothing of the new one. */
function notesFor(written: Written): Written | undefined {
  const notes = Object.entries(written).flatMap(([path, note]): [string, WrittenNote][] => {
    if (path.startsWith('value.')) return [];
    if (path !== 'value') return [[path, note]];
    const { source: _source, absent: _absent, ...kept } = note;
    return Object.keys(kept).length > 0 ? [[path, kept]] : [];
  });
  return notes.length > 0 ? Object.fromEntries(notes) : undefined;
}
