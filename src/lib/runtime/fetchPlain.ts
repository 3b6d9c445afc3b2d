import type { HttpRequest, HttpResponse } from '#lib/connectors/define.ts';

/** A request of a step as the browser sends it: it says nothing of this app and takes no cookies along. */
export async function fetchPlain(
  { url, method, headers, body }: HttpRequest,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const response = await fetch(url, {
    method,
    headers,
    signal,
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
