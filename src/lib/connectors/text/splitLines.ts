import { defineAction } from '#lib/connectors/define.ts';
import { flag } from '#lib/connectors/inputs.ts';
import { text } from '#lib/connectors/text/inputs.ts';

/** A text as the list of its lines (format.md 2.3). */
export const splitLines = defineAction({
  label: 'Split lines',
  description: 'Cuts a text into a list of its lines.',
  pure: true,
  unverified: true,
  inputs: {
    text,
    filterBlankLines: flag({
      label: 'Leave out blank lines',
      help: 'Lines of nothing but spaces count as blank.',
      default: true,
    }),
  },
  example: ['first line', 'second line'],
  synonyms: ['newline', 'rows'],
  perform: ({ text, filterBlankLines }) => {
    const lines = text.split(/\r?\n/);
    return { data: filterBlankLines ? lines.filter((line) => line.trim() !== '') : lines };
  },
});
