/** One value into another kind of value, as files expect it (format.md 1.10, coercion helpers). */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { anything } from '#lib/connectors/inputs.ts';
import { bytesOf, isUnset, toContent, toFlag, toNumber, wrongShape } from '#lib/connectors/reading.ts';

const LABEL = 'Value';

export const convertToString = convert(
  'text',
  'Text stays as it is, anything else is written as JSON.',
  '5',
  (value) => toContent(value, LABEL),
);

/** Nothing is 0. */
export const convertToNumber = convert('number', 'Nothing is 0.', 5.5, numberOf);

/** Whole numbers at the start of a text count, what follows is cut off; nothing is 0. */
export const convertToInt = convert(
  'integer',
  'What follows the whole number is cut off; nothing is 0.',
  5,
  (value) => {
    const read =
      typeof value === 'string' && !isUnset(value) ? parseInt(value, 10) : Math.trunc(numberOf(value));
    if (!Number.isNaN(read)) return read;
    throw wrongShape(LABEL, 'a number', value);
  },
);

/** Nothing is no; other words than those of `toFlag` and their opposites throw `input`. */
export const convertToBoolean = convert(
  'boolean',
  '“true”, “yes”, “t”, “y” and “1” are yes; “false”, “no”, “f”, “n”, “0” and nothing are no.',
  true,
  (value) => {
    if (typeof value !== 'string') return toFlag(value);
    const word = value.trim().toLowerCase();
    if (word === '1' || toFlag(word)) return true;
    if (['', 'false', 'no', 'f', 'n', '0'].includes(word)) return false;
    throw wrongShape(LABEL, 'yes or no', value);
  },
);

function convert(
  kind: string,
  help: string,
  example: unknown,
  read: (value: unknown) => unknown,
): StepDefinition {
  return defineAction({
    label: `Convert to ${kind}`,
    description: `Turns a value into ${kind === 'integer' ? 'a whole number' : kind === 'text' ? 'text' : `a ${kind}`}.`,
    pure: true,
    inputs: { value: anything({ label: LABEL, help }) },
    example,
    synonyms: ['cast', 'type'],
    perform: ({ value }) => ({ data: read(value) }),
  });
}

function numberOf(value: unknown): number {
  if (isUnset(value)) return 0;
  const read =
    typeof value === 'boolean'
      ? Number(value)
      : toNumber(bytesOf(value) ? toContent(value, LABEL) : value, LABEL);
  if (Number.isFinite(read)) return read;
  throw wrongShape(LABEL, 'a number', value);
}
