import type { HttpRequest, HttpResponse } from '#lib/connectors/define.ts';
import { FailureError } from '#lib/model/failure.ts';

/** A request of a step as the host sends it: it says nothing of this app and takes no cookies along. */
export async function fetchPlain(
  { url, method, headers, body, redirect = 'follow' }: HttpRequest,
  signal: AbortSignal,
): Promise<HttpResponse> {
  refuseCredentials(url);
  const response = await fetch(url, {
    // Only some methods are written in capitals by the browser; servers know no `patch`.
    method: method.toUpperCase(),
    headers,
    signal,
    redirect,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    ...(body !== undefined && { body }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await readWhole(response),
    url: response.url,
  };
}

/** A body that never ends would fill the memory: more than this no step may hand on anyway. */
const MOST_BYTES = 256 * 1024 * 1024;

async function readWhole({ headers, body }: Response): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  let size = 0;
  let isTooLarge = Number(headers.get('content-length') ?? 0) > MOST_BYTES;
  while (!isTooLarge) {
    const part = await reader?.read();
    if (!part || part.done) return await new Blob(parts).arrayBuffer();
    parts.push(part.value);
    size += part.value.byteLength;
    isTooLarge = size > MOST_BYTES;
  }
  // Whoever sends it must not go on; that it was cut off is no news.
  void reader?.cancel().catch(() => undefined);
  throw tooLarge();
}

function tooLarge(): FailureError {
  return new FailureError({
    code: 'limit',
    message: 'The answer is larger than 256 MB.',
    hint: 'Ask for less at a time.',
  });
}

/** `fetch` would throw, in words that say nothing. */
function refuseCredentials(address: string): void {
  const { username, password } = new URL(address);
  if (username === '' && password === '') return;
  throw new FailureError({
    code: 'input',
    message: 'The address has a user name or a password in it, which requests cannot have.',
    hint: 'Put them into a connection.',
  });
}
