import { defineAction } from '#lib/connectors/define.ts';
import { text as line } from '#lib/connectors/inputs.ts';
import { strings } from '#lib/connectors/text/inputs.ts';
import { makeText } from '#lib/connectors/text/makeText.ts';

/** A list as one text (format.md 2.3). */
export const join = defineAction({
  label: 'Join text',
  description: 'Makes one text of several, with a separator between them.',
  pure: true,
  inputs: { strings, separator: line({ label: 'Separator', help: 'Empty puts nothing between them.' }) },
  example: 'gh-42',
  synonyms: ['concatenate', 'concat', 'combine', 'implode'],
  perform: ({ strings, separator }) => ({ data: makeText(() => strings.join(separator)) }),
});
