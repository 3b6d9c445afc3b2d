import type { HttpResponse } from '#lib/connectors/define.ts';
import { parseJson, toText } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

/** An answer that is none: one sentence for its status, and what the service says itself as the detail. */
export function refused(service: string, { status, headers, body }: HttpResponse): FailureError {
  const isBusy = status === 429 || (status === 403 && 'retry-after' in headers);
  const isDenied = !isBusy && (status === 401 || status === 403);
  return new FailureError({
    code: isDenied ? 'connection' : 'remote',
    message: `${service} ${isDenied ? 'does not accept the connection' : 'refused the request'} (status ${status}).`,
    hint: hintFor(isBusy ? 429 : status),
    retry: isBusy || status === 408 || status >= 500,
    detail: ownWords(new TextDecoder().decode(body)).slice(0, longestDetail),
  });
}

const longestDetail = 4096;

function hintFor(status: number): string {
  return hints[status] ?? 'Under “Copy details” is what the service says.';
}

const hints: Readonly<Record<number, string>> = {
  401: 'Fill in the connection again: what it holds is wrong or no longer valid.',
  403: 'Whoever the connection belongs to may not do this.',
  404: 'Look at the names in the inputs: there is nothing under them, or the connection may not see it.',
  429: 'The service wants fewer requests: retry with a delay.',
};

/** Its message, where services put one; else the whole answer. */
function ownWords(answer: string): string {
  const { message, error, error_description: description, errors } = recordOf(parseJson(answer));
  const texts = [description, recordOf(error).message, message, error, ...messagesOf(errors)];
  const words = texts.filter((text) => typeof text === 'string' && text !== '');
  return words.length > 0 ? [...new Set(words)].join('\n') : answer;
}

function messagesOf(errors: unknown): unknown[] {
  return Array.isArray(errors) ? errors.map((error) => recordOf(error).message ?? toText(error)) : [];
}

function recordOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
