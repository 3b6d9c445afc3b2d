import { defineControl } from '#lib/connectors/define.ts';
import { items } from '#lib/connectors/inputs.ts';

/** Runs its steps once for each item; its result lists the last step's result of each (format.md 1.10, 2.1). */
export const loopOverItems = defineControl({
  kind: 'loopOverItems',
  label: 'Repeat for each',
  description: 'Runs the steps inside once for each item of a list.',
  synonyms: ['foreach', 'each', 'map', 'iterate', 'for'],
  inputs: {
    items: items({
      label: 'Items',
      help: 'A list from an earlier step, or JSON such as [1, 2, 3]; an object counts as rows of key and value.',
      required: true,
    }),
  },
  example: [],
});
