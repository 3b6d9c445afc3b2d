/** Headers as somebody wrote them, and as they can be sent. */
import { toText, type KeyValue } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Names are lower-case. A content type that is set by hand counts; rows without a name are not filled in yet. */
export function headersOf(
  rows: readonly KeyValue[],
  contentType: string | undefined,
): Record<string, string> {
  const named = rows.filter(({ key }) => key.trim() !== '');
  const own = named.map(
    ({ key, value }) => [checkedName(key.trim()), checkedValue(key, toText(value))] as const,
  );
  const first = contentType === undefined ? [] : [['content-type', contentType] as const];
  return Object.fromEntries([...first, ...own]);
}

/** `fetch` refuses them with words about something else. */
function checkedName(name: string): string {
  if (/^[!#$%&'*+\-.^_`|~\w]+$/.test(name)) return name.toLowerCase();
  throw new FailureError({ code: 'input', message: `“${name}” is no name of a header.` });
}

function checkedValue(name: string, value: string): string {
  if (/^[^\0\r\n]*$/.test(value) && /^[\x00-\xff]*$/.test(value)) return value;
  throw new FailureError({
    code: 'input',
    message: `The header “${name}” holds a sign that headers cannot have.`,
    hint: 'No line breaks, and only letters of Western Europe; encode others first.',
  });
}
