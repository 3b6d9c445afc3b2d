import { delimiterInput } from '#lib/connectors/csv/delimiterInput.ts';
import { readCsv } from '#lib/connectors/csv/readCsv.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { withinLimits } from '#lib/connectors/format/limits.ts';
import { content, flag } from '#lib/connectors/inputs.ts';

/** The result has the form of Papa Parse: what is wrong with a text is said in it (format.md 1.10 and 2.3). */
export const parse = defineAction({
  label: 'Parse CSV',
  description: 'Reads CSV into rows, and tells what is wrong with it.',
  pure: true,
  inputs: {
    csv: content({ label: 'CSV', help: 'Rows of text with columns between commas, or a file of them.' }),
    delimiter: delimiterInput,
    ignoreHeaders: flag({
      label: 'Ignore headers',
      help: 'The first row is a row like all others, and each row a list of values.',
      default: false,
    }),
  },
  example: {
    data: [{ name: 'Bolt', quantity: '5' }],
    errors: [],
    meta: { delimiter: ',', linebreak: '\n', aborted: false, truncated: false, cursor: 20 },
  },
  synonyms: ['read', 'excel', 'table', 'rows'],
  unverified: true,
  perform: async ({ csv, delimiter, ignoreHeaders }) => ({
    data: await withinLimits('CSV', () => readCsv(csv, { delimiter, header: !ignoreHeaders })),
  }),
});
