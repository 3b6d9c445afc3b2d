/** Other text in the place of some (format.md 2.3). */
import { defineAction } from '#lib/connectors/define.ts';
import { pairs, text as line } from '#lib/connectors/inputs.ts';
import { toText } from '#lib/connectors/reading.ts';
import { text } from '#lib/connectors/text/inputs.ts';
import { MOST_CHARACTERS, tooLong } from '#lib/connectors/text/makeText.ts';

const synonyms = ['substitute', 'find', 'swap'];

/** Everywhere; what to find is no pattern. */
export const replace = defineAction({
  label: 'Find and replace',
  description: 'Puts other text in the place of some, wherever it stands.',
  pure: true,
  inputs: {
    text,
    find: line({ label: 'Find', help: 'Exactly this text. Nothing changes where it is empty.' }),
    replace: line({ label: 'Replace with', help: 'Empty takes the found text out.' }),
  },
  example: 'processed/a.xml',
  synonyms,
  perform: ({ text, find, replace }) => ({ data: replaceEvery(text, find, replace) }),
});

/** One row after the other: a later row also finds what an earlier one put in. */
export const replaceMultipleSubstring = defineAction({
  label: 'Find and replace several',
  description: 'Puts other texts in the place of some, wherever they stand.',
  pure: true,
  unverified: true,
  inputs: {
    text,
    replace: pairs({
      label: 'Replace',
      help: 'What to find, and what to put there, row by row: a later row also finds what an earlier one put in.',
    }),
  },
  example: 'Dear Ada, your order 42 is on its way.',
  synonyms,
  perform: ({ text, replace }) => ({
    data: replace.reduce((done, { key, value }) => replaceEvery(done, key, toText(value)), text),
  }),
});

/** Its length is known before it is made: rows that double a text would fill the memory. Throws `limit`. */
function replaceEvery(text: string, find: string, replacement: string): string {
  if (find === '') return text;
  const growth = replacement.length - find.length;
  if (growth > 0 && text.length + growth * timesIn(text, find) > MOST_CHARACTERS) throw tooLong();
  // A function, because `$&` in a text would stand for something else.
  return text.replaceAll(find, () => replacement);
}

function timesIn(text: string, find: string): number {
  let times = 0;
  for (let at = text.indexOf(find); at !== -1; at = text.indexOf(find, at + find.length)) times += 1;
  return times;
}
