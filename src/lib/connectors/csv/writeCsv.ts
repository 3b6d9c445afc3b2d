/** From data to CSV. */
import { checkedDelimiter } from '#lib/connectors/csv/readCsv.ts';
import { flatten } from '#lib/connectors/csv/unflatten.ts';
import { overLimit } from '#lib/connectors/format/limits.ts';
import { toText } from '#lib/connectors/reading.ts';

const NEW_LINE = '\r\n';

/** Rows that all have columns of their own would fill the memory with empty cells. */
const MOST_CELLS = 5_000_000;

export interface CsvWriting {
  /** Whether the first row names the columns; yes when absent. */
  header?: boolean;
  /** A comma when absent. */
  delimiter?: string;
}

/**
 * A row for each entry of a list, also of one that is all there is inside an object; anything else is one row. Objects
 * have the columns of all rows together, those inside them under names such as `address.city`; lists of values are rows
 * as they are, without a header; lists inside a row are written as JSON. Lines end with CR LF. Throws `limit` for too many
 * cells.
 */
export async function writeCsv(
  value: unknown,
  { header = true, delimiter = ',' }: CsvWriting = {},
): Promise<string> {
  const { default: papa } = await import('papaparse');
  const options = { delimiter: checkedDelimiter(delimiter), newline: NEW_LINE };
  const entries = listIn(value) ?? [value];
  if (entries.every((entry) => Array.isArray(entry)))
    return papa.unparse(
      entries.map((row) => row.map(toText)),
      options,
    );
  const records = entries.map((entry) => new Map(flatten(recordOf(entry))));
  const fields = [...new Set(records.flatMap((record) => [...record.keys()]))];
  if (records.length * fields.length > MOST_CELLS)
    throw overLimit('The CSV would have more than 5 million cells.');
  const data = records.map((record) => fields.map((field) => toText(record.get(field))));
  return withLastLine(papa.unparse({ fields, data }, { ...options, header }), data.length);
}

/** An empty last line would be taken for the end of the line before it. */
function withLastLine(csv: string, rows: number): string {
  return rows > 0 && (csv === '' || csv.endsWith(NEW_LINE)) ? csv + NEW_LINE : csv;
}

function listIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const [only, ...others] = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return others.length === 0 && only !== undefined ? listIn(only) : undefined;
}

function recordOf(entry: unknown): object {
  const isRecord = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
  return isRecord ? entry : { value: entry };
}
