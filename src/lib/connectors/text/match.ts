import { defineAction } from '#lib/connectors/define.ts';
import { text as line } from '#lib/connectors/inputs.ts';
import { text } from '#lib/connectors/text/inputs.ts';

/** What a pattern finds in a text, as `String.match` gives it (format.md 2.3). */
export const match = defineAction({
  label: 'Match pattern',
  description: 'Finds what matches a regular expression; nothing when nothing does.',
  pure: true,
  unverified: true,
  inputs: {
    text,
    regex: line({
      label: 'Regular expression',
      help: 'Without slashes around it, such as \\d+.',
      required: true,
    }),
    regexFlags: line({
      label: 'Flags',
      help: 'With g a list of all matches; without, the first match and its groups. i takes A and a for the same.',
      default: 'g',
    }),
  },
  example: ['INV-1', 'INV-2'],
  synonyms: ['regex', 'regexp', 'find', 'search', 'extract'],
  perform: async ({ text, regex, regexFlags }, { calculate }) => ({
    data: await calculate('matchPattern', [text, regex, regexFlags]),
  }),
});
