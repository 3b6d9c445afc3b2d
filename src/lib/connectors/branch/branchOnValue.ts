import { defineControl } from '#lib/connectors/define.ts';
import { anything, pairs } from '#lib/connectors/inputs.ts';

/** Runs the lane of the value that is the same text as the input, else the lane "Else" (format.md 1.6.3, 2.1). */
export const branchOnValue = defineControl({
  kind: 'branchOnValue',
  label: 'If value equals',
  description: 'Runs the lane whose value is the same as the input.',
  synonyms: ['switch', 'case', 'if', 'route'],
  inputs: {
    inputValue: anything({ label: 'Value', help: 'Compared as text with the value of each lane.' }),
    branchValueMappings: pairs({
      label: 'Lanes and their values',
      help: 'For each lane the value that leads into it; any other leads into “Else”.',
    }),
  },
  example: 'Else',
});
