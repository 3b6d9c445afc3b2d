import { defineAction } from '#lib/connectors/define.ts';
import { choice, flag } from '#lib/connectors/inputs.ts';

/** An identifier by chance, version 4 (format.md 2.3). */
export const generateUuid = defineAction({
  label: 'Generate UUID',
  description: 'Makes an identifier that nobody else has. It is not made to be a secret.',
  // Nothing outside has happened: an identifier that was lost in a crash was seen by nobody.
  pure: true,
  unverified: true,
  inputs: {
    case: choice({
      label: 'Letters',
      help: 'Whether a to f are written small or as capitals.',
      choices: ['lower', 'upper'],
      default: 'lower',
    }),
    removeDashes: flag({
      label: 'Leave out dashes',
      help: 'Gives 32 digits in a row instead of five groups.',
      default: false,
    }),
  },
  example: '3f2b8c1e-9d47-4a6b-8e05-7c1d2f3a4b5c',
  synonyms: ['guid', 'id', 'unique', 'random'],
  perform: ({ case: letters, removeDashes }, { random }) => {
    const uuid = makeUuid(random);
    const shown = removeDashes ? uuid.replaceAll('-', '') : uuid;
    return { data: letters === 'upper' ? shown.toUpperCase() : shown };
  },
});

/** x is any digit, y one of 8, 9, a and b: that and the 4 say which version it is. */
function makeUuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(random() * 16);
    return (place === 'x' ? digit : 8 + (digit % 4)).toString(16);
  });
}
