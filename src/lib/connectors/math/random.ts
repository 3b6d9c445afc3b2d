/** Numbers by chance (format.md 2.3). */
import { defineAction } from '#lib/connectors/define.ts';
import { number } from '#lib/connectors/inputs.ts';
import { FailureError } from '#lib/model/failure.ts';

const limits = {
  min: number({ label: 'Smallest', help: 'Where the range begins, such as 1.', required: true }),
  max: number({ label: 'Largest', help: 'Where the range ends, such as 6.', required: true }),
};

export const random = defineAction({
  label: 'Random number',
  description: 'Gives any number from the smallest up to, but not including, the largest.',
  // Nothing outside has happened: a number that was lost in a crash was seen by nobody.
  pure: true,
  unverified: true,
  inputs: limits,
  example: 0.42,
  synonyms: ['chance', 'dice'],
  perform: ({ min, max }, context) => {
    checkOrder(min, max);
    return { data: min + context.random() * (max - min) };
  },
});

export const randomInt = defineAction({
  label: 'Random integer',
  description: 'Gives any integer from the smallest to the largest, both included.',
  pure: true,
  unverified: true,
  inputs: limits,
  example: 4,
  synonyms: ['chance', 'dice'],
  perform: ({ min, max }, context) => {
    const [first, last] = [Math.ceil(min), Math.floor(max)];
    checkOrder(first, last);
    return { data: first + Math.floor(context.random() * (last - first + 1)) };
  },
});

function checkOrder(smallest: number, largest: number): void {
  if (smallest <= largest && Number.isFinite(largest - smallest)) return;
  throw new FailureError({
    code: 'input',
    message: `There is no such number from ${smallest} to ${largest}.`,
    hint: '“Smallest” comes before “Largest”, and neither is infinite.',
  });
}
