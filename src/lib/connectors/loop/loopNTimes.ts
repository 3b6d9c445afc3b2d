import { defineControl } from '#lib/connectors/define.ts';
import { number } from '#lib/connectors/inputs.ts';

/** Runs its steps so many times; its item is the number of the turn, from 0 (format.md 1.10, 2.1). */
export const loopNTimes = defineControl({
  kind: 'loopNTimes',
  label: 'Repeat X times',
  description: 'Runs the steps inside a number of times.',
  synonyms: ['for', 'while', 'iterate', 'count'],
  inputs: {
    iterationCount: number({
      label: 'How many times',
      help: 'A whole number; “Break loop” leaves sooner.',
      default: 1000,
    }),
  },
  example: [],
});
