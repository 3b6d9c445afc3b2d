/** `--route`: which origin's requests go where. */
import { CommandError } from '../CommandError.ts';
import type { Routes } from './network.ts';

/** Each is `URL=URL`. Throws `CommandError` for what is no pair of addresses. */
export function readRoutes(given: readonly string[]): Routes {
  return new Map(given.map(readRoute));
}

/** An address may hold the sign that parts the two: the first place where both sides are addresses is meant. */
function readRoute(route: string): [string, URL] {
  for (let at = route.indexOf('='); at >= 0; at = route.indexOf('=', at + 1)) {
    const [from, to] = [addressOf(route.slice(0, at)), addressOf(route.slice(at + 1))];
    if (from && to) return [originOf(from), to];
  }
  throw new CommandError(
    `The option --route needs two addresses, as in https://a.example=http://127.0.0.1:8080.`,
  );
}

function originOf({ origin, pathname, search }: URL): string {
  if (pathname === '/' && search === '') return origin;
  throw new CommandError(`The option --route takes whole origins: ${origin}, without what follows it.`);
}

function addressOf(text: string): URL | undefined {
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  return url;
}
