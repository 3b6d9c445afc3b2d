import { defineControl } from '#lib/connectors/define.ts';
import { conditions } from '#lib/connectors/inputs.ts';

/** Runs the first lane whose condition holds, else the lane "Else" (format.md 1.6.3, 2.1). */
export const branchOnExpression = defineControl({
  kind: 'branchOnExpression',
  label: 'If condition is met',
  description: 'Runs the first lane whose condition holds.',
  synonyms: ['if', 'else', 'switch', 'condition', 'decide', 'when'],
  inputs: {
    conditions: conditions({
      label: 'Conditions',
      help: 'For each lane, when it runs: the first whose condition holds does.',
      required: true,
    }),
  },
  example: 'Else',
});
