/** The network of a run: Node's own, where some origins may stand for others. */
import type { HttpRequest, HttpResponse } from '#lib/connectors/define.ts';
import { fetchPlain } from '#lib/runtime/fetchPlain.ts';

/** An origin, and the address that its requests go to instead. */
export type Routes = ReadonlyMap<string, URL>;

/** Sends a request, to the place that stands for its origin; the answer tells nothing of that. */
export async function fetchRouted(
  request: HttpRequest,
  routes: Routes,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const asked = new URL(request.url);
  const target = routes.get(asked.origin);
  if (!target) return await fetchPlain(request, signal);
  const base = target.origin + target.pathname.replace(/\/$/, '');
  const url = base + asked.pathname + asked.search;
  const response = await fetchPlain({ ...request, url }, signal);
  const isThere = response.url.startsWith(`${base}/`);
  return { ...response, url: isThere ? asked.origin + response.url.slice(base.length) : response.url };
}
