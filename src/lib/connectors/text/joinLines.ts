import { defineAction } from '#lib/connectors/define.ts';
import { choice, number } from '#lib/connectors/inputs.ts';
import { strings } from '#lib/connectors/text/inputs.ts';
import { makeText } from '#lib/connectors/text/makeText.ts';
import { FailureError } from '#lib/model/failure.ts';

const MOST_NEWLINES = 100;

/** A list as the lines of one text (format.md 2.3). */
export const joinLines = defineAction({
  label: 'Join lines',
  description: 'Makes one text of several, each on a line of its own.',
  pure: true,
  inputs: {
    strings,
    newlineType: choice({
      label: 'Newline',
      help: 'A line feed, or a carriage return and a line feed as on Windows.',
      choices: ['\n', '\r\n'],
      default: '\n',
    }),
    numberOfNewlines: number({ label: 'Number of newlines', help: '2 leaves a line free.', default: 1 }),
  },
  example: 'first line\nsecond line',
  synonyms: ['concatenate', 'newline'],
  perform: ({ strings, newlineType, numberOfNewlines }) => {
    const newline = newlineType.repeat(checkCount(numberOfNewlines));
    return { data: makeText(() => strings.join(newline)) };
  },
});

function checkCount(count: number): number {
  if (count >= 0 && count <= MOST_NEWLINES) return Math.floor(count);
  throw new FailureError({
    code: 'input',
    message: `“Number of newlines” goes from 0 to ${MOST_NEWLINES}, but got ${count}.`,
  });
}
