/** From CSV to rows and records; all values stay text. */
import type { ParseError, ParseMeta } from 'papaparse';
import { placeAt, unreadable } from '#lib/connectors/format/unreadable.ts';
import { FailureError } from '#lib/model/failure.ts';

export interface CsvReading {
  /** The first row names the columns; yes when absent. */
  header?: boolean;
  /** A comma when absent. */
  delimiter?: string;
}

/** A row: an object by names of columns, or a list without a header. */
export type CsvRecord = Record<string, unknown> | string[];

/** In the form of Papa Parse (format.md 1.10). */
export interface CsvResult {
  data: CsvRecord[];
  errors: ParseError[];
  meta: ParseMeta;
}

/** Throws `input` for a delimiter that cannot be one; what is wrong with the text is in `errors`. */
export async function readCsv(
  text: string,
  { header = true, delimiter = ',' }: CsvReading = {},
): Promise<CsvResult> {
  const { default: papa } = await import('papaparse');
  const parsed = papa.parse<string[]>(text, { delimiter: checkedDelimiter(delimiter) });
  const rows = withoutEmptyLines(parsed.data);
  const [names = [], ...values] = rows;
  if (!header) return { ...parsed, data: rows };
  const fields = uniqueNames(names);
  return {
    data: values.map((row) => recordOf(fields, row)),
    errors: [...parsed.errors, ...values.flatMap((row, index) => mismatch(fields.length, row.length, index))],
    meta: { ...parsed.meta, fields },
  };
}

/** The rows alone. Throws `input` with the line where quotes are wrong. */
export async function readRecords(text: string, reading: CsvReading = {}): Promise<CsvRecord[]> {
  const { data, errors } = await readCsv(text, reading);
  const wrong = errors.find(({ type }) => type === 'Quotes');
  if (!wrong) return data;
  const what = 'a quotation mark is missing, or stands where none may stand';
  throw unreadable('CSV', what, { line: placeAt(text, wrong.index ?? 0).line }, wrong.message);
}

/** A tab may be written as `\t`: a field for one line of text takes no other. Throws `input`. */
export function checkedDelimiter(delimiter: string): string {
  const written = delimiter === '\\t' ? '\t' : delimiter;
  if (written !== '' && !/["\r\n\uFEFF]/.test(written)) return written;
  throw new FailureError({
    code: 'input',
    message: `“${delimiter.slice(0, 40)}” cannot stand between the values of a CSV.`,
    hint: 'It is mostly a comma, a semicolon or a tab.',
  });
}

/** The end of the last line is none; an empty line is one only where a row has one value. */
function withoutEmptyLines(rows: readonly string[][]): string[][] {
  const isEmpty = (row: readonly string[] | undefined) => row?.length === 1 && row[0] === '';
  const lines = isEmpty(rows.at(-1)) ? rows.slice(0, -1) : [...rows];
  return (lines[0]?.length ?? 0) > 1 ? lines.filter((row) => !isEmpty(row)) : lines;
}

/** A name that stands twice gets a number, so that no column is lost. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  const times = new Map<string, number>();
  return names.map((name) => {
    let count = times.get(name) ?? 0;
    let unique = name;
    while (count > 0 && taken.has(unique)) unique = `${name}_${count++}`;
    times.set(name, Math.max(count, 1));
    taken.add(unique);
    return unique;
  });
}

/** What has no column is kept in a list, as Papa Parse does. */
function recordOf(fields: readonly string[], row: readonly string[]): Record<string, unknown> {
  const entries: [string, unknown][] = fields.slice(0, row.length).map((name, index) => [name, row[index]]);
  if (row.length > fields.length) entries.push(['__parsed_extra', row.slice(fields.length)]);
  return Object.fromEntries(entries);
}

function mismatch(wanted: number, got: number, row: number): ParseError[] {
  if (wanted === got) return [];
  const [code, much] =
    got > wanted ? (['TooManyFields', 'many'] as const) : (['TooFewFields', 'few'] as const);
  const message = `Too ${much} fields: expected ${wanted} fields but parsed ${got}`;
  return [{ type: 'FieldMismatch', code, message, row }];
}
