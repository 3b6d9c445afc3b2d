/** What an output looks like before there is one: for the data picker and the catalogue. */

/** `anything` is what nobody knows before it is there; `file` is `{ data, contentType }` with bytes. */
export type Shape =
  | 'text'
  | 'number'
  | 'boolean'
  | 'nothing'
  | 'file'
  | 'anything'
  | { readonly list: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

/** The shape of an example; a list is as its first item, an empty one may hold anything. */
export function shapeOf(example: unknown): Shape {
  if (example === undefined) return 'anything';
  if (example === null) return 'nothing';
  if (Array.isArray(example)) return { list: shapeOf(example[0]) };
  if (typeof example === 'object') return { fields: fieldsOf(example) };
  return names[typeof example] ?? 'anything';
}

function fieldsOf(example: object): Record<string, Shape> {
  return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, shapeOf(value)]));
}

const names: Readonly<Partial<Record<string, Shape>>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
};
