/** What all HTTP actions share: from their inputs to a request, from its answer to a result (format.md 2.2). */
import type { ActionContext, ActionResult, HttpRequest, HttpResponse } from '#lib/connectors/define.ts';
import { choice, flag, pairs, text } from '#lib/connectors/inputs.ts';
import type { KeyValue } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

/** The inputs that every method has. */
export const requestInputs = {
  url: text({ label: 'URL', required: true }),
  headers: pairs({ label: 'Headers' }),
  queryParams: pairs({ label: 'Query parameters' }),
  responseType: choice({ label: 'Response type', choices: ['json', 'text', 'binary'], default: 'json' }),
  timeout: text({ label: 'Timeout', help: 'Milliseconds; empty for none of its own.' }),
  includeFullResponse: flag({ label: 'Full response', default: false }),
};

export interface RequestValues {
  url: string;
  headers: readonly KeyValue[];
  queryParams: readonly KeyValue[];
  responseType: string;
  timeout: string;
  includeFullResponse: boolean;
}

/** Sends it; the result is the body as asked for, or everything about the answer. Throws `remote` for a status of an error. */
export async function send(
  method: string,
  values: RequestValues,
  { fetch }: Pick<ActionContext, 'fetch'>,
  content: Pick<HttpRequest, 'body'> & { contentType?: string } = {},
): Promise<ActionResult> {
  const { body, contentType } = content;
  const url = withQuery(values.url, values.queryParams);
  const headers = headersOf(values.headers, contentType);
  const response = await fetch(
    { url, method, headers, ...(body !== undefined && { body }) },
    timeoutOf(values),
  );
  const data = readBody(response, values.responseType);
  if (response.status >= 400) throw refused(method, url, response);
  const { status, headers: answered } = response;
  return { data: values.includeFullResponse ? { data, status, headers: answered } : data };
}

/** Text goes out exactly as it is, anything else as JSON. */
export function contentOf(data: unknown): { body: string | ArrayBuffer; contentType: string } {
  if (typeof data === 'string') return { body: data, contentType: 'application/x-www-form-urlencoded' };
  if (data instanceof ArrayBuffer) return { body: data, contentType: 'application/octet-stream' };
  return { body: JSON.stringify(data ?? null), contentType: 'application/json' };
}

function withQuery(address: string, rows: readonly KeyValue[]): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address))
    throw new FailureError({
      code: 'input',
      message: `“${address}” is no address of a web service.`,
      hint: 'It starts with https:// or http://.',
    });
  const url = new URL(address);
  for (const { key, value } of rows) url.searchParams.append(key, String(value ?? ''));
  return url.href;
}

/** A content type that is set by hand counts. */
function headersOf(rows: readonly KeyValue[], contentType?: string): Record<string, string> {
  const own = rows.map(({ key, value }): [string, string] => [key, String(value ?? '')]);
  const has = own.some(([key]) => key.toLowerCase() === 'content-type');
  return Object.fromEntries(contentType === undefined || has ? own : [['content-type', contentType], ...own]);
}

function timeoutOf({ timeout }: RequestValues): number | undefined {
  const ms = Number(timeout);
  return timeout !== '' && ms > 0 ? ms : undefined;
}

/** JSON that is none stays text: services say so and send something else. */
function readBody({ body, headers }: HttpResponse, responseType: string): unknown {
  if (responseType === 'binary') return { data: body, contentType: headers['content-type'] ?? '' };
  const content = new TextDecoder().decode(body);
  if (responseType !== 'json') return content;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

function refused(method: string, address: string, { status, body }: HttpResponse): FailureError {
  const { origin, pathname } = new URL(address);
  return new FailureError({
    code: 'remote',
    message: `${method} ${origin}${pathname} was answered with status ${status}.`,
    hint: hints[status] ?? 'Look at the answer under “Copy details”.',
    retry: status >= 500 || status === 429 || status === 408,
    detail: new TextDecoder().decode(body.slice(0, 4096)),
  });
}

const hints: Readonly<Record<number, string>> = {
  401: 'The service wants to know who asks: look at the connection.',
  403: 'Whoever asks may not do this: look at the connection.',
  404: 'Look at the address.',
  429: 'The service wants fewer requests: retry with a delay.',
};
