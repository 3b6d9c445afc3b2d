/** From what an input holds to the value it stands for (format.md 1.6). */
import type { Scope } from '#lib/engine/Scope.ts';
import { FailureError } from '#lib/model/failure.ts';
import type { ComplexItem, Input, NamedInput, TemplateInput } from '#lib/model/integration.ts';
import { templateParts, type TemplatePart } from '#lib/model/template.ts';

/** Lists become arrays, key-value lists arrays of `{ key, value }`. Throws `input` for an unknown config variable. */
export function resolve(input: Input, scope: Scope): unknown {
  switch (input.type) {
    case 'value':
      return input.value;
    case 'reference':
      return input.value === '' ? undefined : scope.reference(input.value);
    case 'configVar':
      return scope.configVar(input.value);
    case 'template':
      return filled(partsOf(input), scope);
    case 'complex':
      return input.value.map((item) => resolveItem(item, scope));
    case 'unknown':
      throw new FailureError({
        code: 'unsupported',
        message: 'This step has an input of a kind that is not known here.',
        hint: 'It is kept as it is, and shown under Inputs.',
      });
  }
}

/** Longest text a template may become: the same large result a thousand times would fill the memory. */
const TEXT_LENGTH = 64_000_000;

function filled(parts: readonly TemplatePart[], scope: Scope): string {
  let text = '';
  for (const part of parts) {
    text += partText(part, scope);
    if (text.length > TEXT_LENGTH) throw tooLong();
  }
  return text;
}

function tooLong(): FailureError {
  return new FailureError({
    code: 'limit',
    message: 'The text that a template makes is longer than 64 million characters.',
    hint: 'Refer to a part of the result instead of all of it.',
  });
}

/** Split once: a template inside a loop is filled at every turn. */
const split = new WeakMap<TemplateInput, readonly TemplatePart[]>();

function partsOf(input: TemplateInput): readonly TemplatePart[] {
  const known = split.get(input);
  if (known) return known;
  const parts = templateParts(input.value);
  split.set(input, parts);
  return parts;
}

function resolveItem(item: ComplexItem, scope: Scope): unknown {
  if (typeof item === 'string') return item;
  if (isExpression(item)) return item.map((inner) => resolveItem(inner, scope));
  const value = resolve(item, scope);
  return item.name === undefined ? value : { key: rowName(item.name, scope), value };
}

/** Both shapes of a row's name occur: text, and an input of its own. */
function rowName(name: NamedInput['name'], scope: Scope): string {
  return typeof name === 'object' && name !== null ? asText(resolve(name, scope)) : asText(name);
}

function partText(part: TemplatePart, scope: Scope): string {
  if (part.kind === 'text') return part.text;
  return asText(part.kind === 'configVar' ? scope.configVar(part.key) : scope.reference(part.path));
}

/** Nothing is empty text; an object is printed as JSON (format.md 1.6.2). */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isExpression(item: ComplexItem): item is readonly ComplexItem[] {
  return Array.isArray(item);
}
