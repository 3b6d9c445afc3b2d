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
    body: await response.arrayBuffer(),
    url: response.url,
  };
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
