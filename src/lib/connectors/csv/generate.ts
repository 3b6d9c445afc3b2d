/** From a list to CSV (format.md 2.3). */
import { delimiterInput } from '#lib/connectors/csv/delimiterInput.ts';
import { writeCsv } from '#lib/connectors/csv/writeCsv.ts';
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { withinLimits } from '#lib/connectors/format/limits.ts';
import { flag, list } from '#lib/connectors/inputs.ts';

export const generateFromObject = define({ label: 'Generate CSV' });

/** Older files use it; that its inputs are the same is a guess. */
export const generate = define({ label: 'Generate CSV (deprecated)', unverified: true });

function define(described: { label: string; unverified?: boolean }): StepDefinition {
  return defineAction({
    ...described,
    description: 'Writes a list of objects, or of lists, as CSV.',
    pure: true,
    inputs: {
      inputArray: list({ label: 'Rows', help: 'Objects by names of columns, or lists of values.' }),
      delimiter: delimiterInput,
      includeHeader: flag({
        label: 'Include header',
        help: 'The first row holds the names of the columns.',
        default: true,
      }),
    },
    example: 'name,quantity\r\nBolt,5',
    synonyms: ['write', 'export', 'excel', 'table', 'serialize'],
    perform: async ({ inputArray, delimiter, includeHeader: header }) => {
      const rows = await withinLimits('data', () => inputArray);
      return { data: await withinLimits('CSV', () => writeCsv(rows, { delimiter, header })) };
    },
  });
}
