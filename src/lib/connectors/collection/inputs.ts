/** The inputs that several actions have (format.md 2.3, collection-tools). */
import { anything, code, list, number, object, type InputDefinition } from '#lib/connectors/inputs.ts';
import { wrongShape } from '#lib/connectors/reading.ts';

export const listInput = list({ label: 'List', help: 'From an earlier step, or JSON such as [1, 2, 3].' });
export const elementInput = anything({
  label: 'Item',
  help: 'Text, a number, or anything from an earlier step.',
});
export const objectInput = object({
  label: 'Object',
  help: 'From an earlier step, or JSON such as { "name": "Ada" }.',
  required: true,
});

/** The function that keeps every item, as the format writes it. */
export const KEEP_ALL = '(item, index) => { return true; }';

export const filterCodeInput = code({
  label: 'Filter function',
  help: 'Called with each item and its index; the items for which it returns true are kept.',
  language: 'javascript',
  default: KEEP_ALL,
});

interface WholeOptions {
  label: string;
  help?: string;
  required?: boolean;
  default?: number;
}

/** A whole number from `least` on. */
export function whole(options: WholeOptions, least: number): InputDefinition<number> {
  const input = number(options);
  const read = (value: unknown) => {
    const given = input.read(value);
    if (Number.isSafeInteger(given) && given >= least) return given;
    throw wrongShape(options.label, `a whole number from ${least} on`, value);
  };
  return { ...input, read };
}
