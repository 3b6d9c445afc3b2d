import { isLocal } from '#lib/model/isLocal.ts';

/**
 * The origin of an address that somebody typed, such as `https://api.example.com`. A name alone is meant with https, but
 * for this computer and its network. `undefined` for what is no address of a web service.
 */
export function originOf(typed: string): string | undefined {
  const address = withScheme(typed.trim());
  if (typed.trim() === '' || !URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

function withScheme(typed: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) return typed;
  const isHome = URL.canParse(`http://${typed}`) && isLocal(new URL(`http://${typed}`).hostname);
  return `${isHome ? 'http' : 'https'}://${typed}`;
}
