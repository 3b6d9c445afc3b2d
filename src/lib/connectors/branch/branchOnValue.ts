import { defineControl } from '#lib/connectors/define.ts';
import { anything, pairs } from '#lib/connectors/inputs.ts';

/** Runs the lane of the value that is the same text as the input, else the lane "Else" (format.md 1.6.3, 2.1). */
export const branchOnValue = defineControl({
  kind: 'branchOnValue',
  label: 'If value equals',
  description: 'Runs the lane whose value is the same as the input.',
  synonyms: ['switch', 'case', 'if', 'route'],
  inputs: {
    inputValue: anything({ label: 'Value' }),
    branchValueMappings: pairs({ label: 'Lanes and their values' }),
  },
  example: 'Else',
});
