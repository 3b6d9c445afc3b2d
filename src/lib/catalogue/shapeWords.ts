/** The shape of an output in words, and its parts. */
import type { Shape } from '#lib/model/shape.ts';

/** "Text", "List of numbers", "Object". */
export function shapeWords(shape: Shape): string {
  if (typeof shape === 'string') return words[shape].one;
  return 'list' in shape ? `List of ${manyWords(shape.list)}` : 'Object';
}

/** Its fields; of a list those of each item. */
export function shapeParts(shape: Shape): { name: string; shape: Shape }[] {
  if (typeof shape === 'string') return shape === 'file' ? fileParts : [];
  if ('list' in shape) return shapeParts(shape.list);
  return Object.entries(shape.fields).map(([name, field]) => ({ name, shape: field }));
}

/** The form that bytes have in results. */
const fileParts: { name: string; shape: Shape }[] = [
  { name: 'data', shape: 'anything' },
  { name: 'contentType', shape: 'text' },
];

function manyWords(shape: Shape): string {
  if (typeof shape === 'string') return words[shape].many;
  return 'list' in shape ? `lists of ${manyWords(shape.list)}` : 'objects';
}

const words: Readonly<Record<Extract<Shape, string>, { one: string; many: string }>> = {
  text: { one: 'Text', many: 'texts' },
  number: { one: 'Number', many: 'numbers' },
  boolean: { one: 'Yes or no', many: 'yes or no' },
  nothing: { one: 'Nothing', many: 'nothing' },
  file: { one: 'File', many: 'files' },
  anything: { one: 'Anything', many: 'anything' },
};
