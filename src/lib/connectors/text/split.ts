import { defineAction } from '#lib/connectors/define.ts';
import { text as line } from '#lib/connectors/inputs.ts';
import { text } from '#lib/connectors/text/inputs.ts';

/** A text as the list of its parts (format.md 2.3). */
export const split = defineAction({
  label: 'Split text',
  description: 'Cuts a text at every separator into a list.',
  pure: true,
  inputs: {
    text,
    separator: line({ label: 'Separator', help: 'Empty cuts the text into its characters.' }),
  },
  example: ['folder', 'file.csv'],
  synonyms: ['explode', 'divide', 'delimiter'],
  // Cutting at every unit of UTF-16 would tear characters such as emoji in two.
  perform: ({ text, separator }) => ({ data: separator === '' ? Array.from(text) : text.split(separator) }),
});
