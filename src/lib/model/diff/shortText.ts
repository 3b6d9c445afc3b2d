/** What something was and is, as texts that fit on a line. */
import type { ComplexItem, Input, NamedInput } from '#lib/model/integration.ts';

/** The longest text shown. */
const longest = 120;

/** How much is kept before the first difference of two long texts. */
const lead = 30;

/** Both texts cut around where they begin to differ; a text that is not there stays absent. */
export function shortTexts(before?: string, after?: string): { before?: string; after?: string } {
  const [was, is] = [before, after].map((text) => text?.replace(/\s+/g, ' ').trim());
  const start = was === undefined || is === undefined ? 0 : Math.max(0, firstDifference(was, is) - lead);
  const from = Math.max(was?.length ?? 0, is?.length ?? 0) <= longest ? 0 : start;
  return {
    ...(was !== undefined && { before: cut(was, from) }),
    ...(is !== undefined && { after: cut(is, from) }),
  };
}

/** An input as a person would read it aloud: its text, or its rows. */
export function inputText(input: Input): string {
  if (input.type === 'complex') return listText(input.value);
  return typeof input.value === 'string' ? input.value : dataText(input.value);
}

/** Any other value; a mapping as its keys and values, without what only says how the file writes it. */
export function dataText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(dataText).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  if (isPlainInput(value)) return value.value;
  const entries = Object.entries(value).filter(([key, inner]) => key !== 'written' && inner !== undefined);
  return entries.map(([key, inner]) => `${key}: ${dataText(inner)}`).join(', ');
}

function itemText(item: ComplexItem): string {
  if (typeof item === 'string') return item;
  if (isExpression(item)) return listText(item);
  const name = nameText(item.name);
  return name === '' ? inputText(item) : `${name}: ${inputText(item)}`;
}

/** Rows one after another; `["and", ["equal", a, b]]` reads `a equal b`. */
function listText(items: readonly ComplexItem[]): string {
  if (typeof items[0] !== 'string') return items.map(itemText).join(', ');
  const [head = '', ...terms] = items.map(itemText);
  if (head === 'and' || head === 'or')
    return terms.length > 1 ? `(${terms.join(` ${head} `)})` : (terms[0] ?? '');
  const [left = '', ...right] = terms;
  return [left, head, ...right].filter((part) => part !== '').join(' ');
}

/** The name of a row in either of its two shapes. */
export function nameText(name: NamedInput['name']): string {
  if (name === undefined || name === null) return '';
  return typeof name === 'object' ? inputText(name) : String(name);
}

function isExpression(item: ComplexItem): item is readonly ComplexItem[] {
  return Array.isArray(item);
}

function isPlainInput(value: object): value is { value: string } {
  return Object.hasOwn(value, 'type') && 'value' in value && typeof value.value === 'string';
}

function cut(text: string, from: number): string {
  const part = text.slice(from, from + longest);
  return `${from > 0 ? '…' : ''}${part}${from + longest < text.length ? '…' : ''}`;
}

function firstDifference(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index++;
  return index;
}
