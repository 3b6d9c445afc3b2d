/** A service to practise with, answered in the runtime itself: so it works on any static host, and offline (ux.md 2.3). */
import type { HttpRequest, HttpResponse } from '#lib/connectors/define.ts';

/** A name that nobody can own (RFC 2606). */
const ORIGIN = 'https://practice.sluice.example';

type Fetch = (request: HttpRequest, signal: AbortSignal) => Promise<HttpResponse>;

/** Answers requests to the practice service, and passes all others on. Made anew for each execution: it counts. */
export function withPractice(fetch: Fetch): Fetch {
  let calls = 0;
  return async (request, signal) => {
    const { origin, pathname } = new URL(request.url);
    if (origin !== ORIGIN) return await fetch(request, signal);
    if (pathname !== '/shaky') return reply(request, 404, { error: `There is nothing at ${pathname}.` });
    calls += 1;
    return calls < 3
      ? reply(request, 503, { error: 'Too busy. Try again in a moment.' })
      : reply(request, 200, { status: 'ok', answeredAfter: `${calls} requests` });
  };
}

function reply({ url }: HttpRequest, status: number, content: unknown): HttpResponse {
  const body = new TextEncoder().encode(JSON.stringify(content)).buffer;
  return { status, headers: { 'content-type': 'application/json' }, body, url };
}
