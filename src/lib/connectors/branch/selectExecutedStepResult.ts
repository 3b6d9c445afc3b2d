import { defineControl } from '#lib/connectors/define.ts';
import { anything } from '#lib/connectors/inputs.ts';

/** The result of the first listed step that was executed: joins the lanes of a branch (format.md 1.10, 2.1). */
export const selectExecutedStepResult = defineControl({
  kind: 'selectExecutedStepResult',
  label: 'Select executed result',
  description: 'Takes the result of the first of several steps that ran.',
  synonyms: ['merge', 'join', 'coalesce'],
  inputs: {
    stepResults: anything({
      label: 'Step results',
      help: 'References to steps of different lanes, in the order in which they are looked at.',
      required: true,
    }),
  },
  example: null,
  output: 'anything',
});
