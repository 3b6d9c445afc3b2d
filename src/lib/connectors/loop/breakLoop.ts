import { defineControl } from '#lib/connectors/define.ts';

/** Leaves the innermost loop; that turn is not in its result (format.md 1.10, 2.1). */
export const breakLoop = defineControl({
  kind: 'breakLoop',
  label: 'Break loop',
  description: 'Leaves the loop around it and goes on after it.',
  synonyms: ['exit', 'leave', 'stop'],
  icon: 'circle-slash',
  inputs: {},
  example: null,
});
