/** Powers and logarithms (format.md 2.3). */
import { defineAction } from '#lib/connectors/define.ts';
import { number } from '#lib/connectors/inputs.ts';

const exponent = number({
  label: 'Exponent',
  help: 'The power to raise to: 3 for the cube, 0.5 for the square root.',
  required: true,
});

export const exp = defineAction({
  label: 'Power of e',
  description: 'Raises e, the base of the natural logarithm, to a power.',
  pure: true,
  unverified: true,
  inputs: { exponent },
  example: 1,
  synonyms: ['exponential'],
  perform: (values) => ({ data: Math.exp(values.exponent) }),
});

export const pow = defineAction({
  label: 'Power',
  description: 'Raises a number to a power.',
  pure: true,
  unverified: true,
  inputs: {
    base: number({ label: 'Base', help: 'The number to raise, such as 2.', required: true }),
    exponent,
  },
  example: 8,
  synonyms: ['exponent'],
  perform: (values) => ({ data: values.base ** values.exponent }),
});

export const log = defineAction({
  label: 'Logarithm',
  description: 'Gives the logarithm of a number to any base.',
  pure: true,
  unverified: true,
  inputs: {
    number: number({ label: 'Number', help: 'Above 0, such as 1000.', required: true }),
    exponentBase: number({ label: 'Base', help: 'Above 0 but not 1, such as 10 or 2.', default: 10 }),
  },
  example: 3,
  perform: (values) => ({ data: logarithm(values.number, values.exponentBase) }),
});

/** The quotient of two logarithms is a little off: that of 1000 to the base 10 would not be 3. */
const exactly = new Map([
  [2, Math.log2],
  [10, Math.log10],
]);

function logarithm(value: number, base: number): number {
  return exactly.get(base)?.(value) ?? Math.log(value) / Math.log(base);
}
