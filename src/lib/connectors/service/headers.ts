/** Headers that a request names itself: `fetch` refuses wrong ones with words about something else. */
import { toText, type KeyValue } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Names are lower-case; rows without a name are not filled in yet. Throws `input` for what no request can carry. */
export function headersOf(rows: readonly KeyValue[]): Record<string, string> {
  const named = rows.filter(({ key }) => key.trim() !== '');
  return Object.fromEntries(named.map(({ key, value }) => checked(key.trim(), toText(value))));
}

function checked(name: string, value: string): readonly [string, string] {
  if (!/^[!#$%&'*+\-.^_`|~\w]+$/.test(name))
    throw new FailureError({ code: 'input', message: `“${name}” is no name of a header.` });
  if (/^[^\0\r\n\u0100-\uffff]*$/.test(value)) return [name.toLowerCase(), value];
  throw new FailureError({
    code: 'input',
    message: `The header “${name}” holds a sign that headers cannot have.`,
    hint: 'No line breaks, and only letters of Western Europe; encode others first.',
  });
}
