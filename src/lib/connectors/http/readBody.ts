import type { HttpResponse } from '#lib/connectors/define.ts';

/**
 * The body as it was asked for: `json` is read, and text or bytes when it is none, because services say so and send
 * something else; `binary` is `{ data, contentType }` (format.md 1.10).
 */
export function readBody({ body, headers }: HttpResponse, responseType: string): unknown {
  const file = { data: body, contentType: headers['content-type'] ?? '' };
  if (responseType === 'binary') return file;
  if (responseType !== 'json') return new TextDecoder().decode(body);
  const text = textOf(body);
  return text === undefined ? file : parsed(text);
}

/** `undefined` when the bytes are no text. */
function textOf(body: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
