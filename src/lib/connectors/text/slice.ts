import { defineAction } from '#lib/connectors/define.ts';
import { optionalNumber } from '#lib/connectors/inputs.ts';
import { text } from '#lib/connectors/text/inputs.ts';

/** A part of a text (format.md 2.3). */
export const slice = defineAction({
  label: 'Extract part of text',
  description: 'Takes the part of a text between two places.',
  pure: true,
  unverified: true,
  inputs: {
    text,
    sliceStart: optionalNumber({
      label: 'Start',
      help: 'The first character is 0; below 0 it is counted from the end. Empty takes it from the beginning.',
    }),
    sliceStop: optionalNumber({
      label: 'Stop',
      help: 'The place after the last character; below 0 it is counted from the end. Empty takes it to the end.',
    }),
  },
  example: '2026',
  synonyms: ['substring', 'left', 'right', 'cut'],
  perform: ({ text, sliceStart, sliceStop }) => ({ data: text.slice(sliceStart, sliceStop) }),
});
