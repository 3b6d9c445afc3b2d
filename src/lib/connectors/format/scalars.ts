/** One value into another kind of value, as files expect it (format.md 1.10, coercion helpers). */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { anything } from '#lib/connectors/inputs.ts';
import { bytesOf, isUnset, toContent, toFlag, toNumber, wrongShape } from '#lib/connectors/reading.ts';

const LABEL = 'Value';

export const convertToString = convert('text', {
  description: 'Turns a value into text; what is no text is written as JSON.',
  example: '5',
  read: (value) => toContent(value, LABEL),
});

export const convertToNumber = convert('number', {
  description: 'Turns a value into a number; nothing is 0.',
  example: 5.5,
  read: numberOf,
});

/** A text may go on behind the number, `12 pieces`; one that is no number is 0, as files count on. */
export const convertToInt = convert('integer', {
  description:
    'Turns a value into a whole number: what follows it is cut off; text that is no number, and nothing, are 0.',
  example: 5,
  read: (value) => {
    const written = bytesOf(value) ? toContent(value, LABEL) : value;
    if (typeof written !== 'string') return Math.trunc(numberOf(written));
    const read = parseInt(written, 10) || 0;
    if (Number.isFinite(read)) return read;
    throw wrongShape(LABEL, 'a number', value);
  },
});

/** Words that are neither yes nor no throw `input`. */
export const convertToBoolean = convert('boolean', {
  description:
    'Turns a value into yes or no. “true”, “yes”, “t”, “y” and “1” are yes; “false”, “no”, “f”, “n”, “0” and nothing are no.',
  example: true,
  read: (value) => {
    if (typeof value !== 'string') return toFlag(value);
    const word = value.trim().toLowerCase();
    if (word === '1' || toFlag(word)) return true;
    if (['', 'false', 'no', 'f', 'n', '0'].includes(word)) return false;
    throw wrongShape(LABEL, 'yes or no', value);
  },
});

interface Conversion {
  description: string;
  example: unknown;
  read: (value: unknown) => unknown;
}

function convert(kind: string, { read, ...described }: Conversion): StepDefinition {
  return defineAction({
    ...described,
    label: `Convert to ${kind}`,
    pure: true,
    inputs: { value: anything({ label: LABEL, help: 'Written here, or from an earlier step.' }) },
    synonyms: ['cast', 'type'],
    perform: ({ value }) => ({ data: read(value) }),
  });
}

function numberOf(value: unknown): number {
  if (isUnset(value)) return 0;
  const written = bytesOf(value) ? toContent(value, LABEL) : value;
  const read = typeof written === 'boolean' ? Number(written) : toNumber(written, LABEL);
  if (Number.isFinite(read)) return read;
  throw wrongShape(LABEL, 'a number', value);
}
