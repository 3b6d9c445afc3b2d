/** Which host an address names, read as a browser reads it, also where parts of the address are not known yet. */

/** Stands in an address for what is only known when the flow runs. */
export const runTimeHole = '\uE000';

/** Stands for what a config variable without a default will hold. */
export const configHole = '\uE001';

export type AddressReading =
  | {
      kind: 'host';
      host: string;
      credentials: boolean;
      /** Where the host ends in the text that was read. */ end: number;
    }
  /** A hole, or an open end, decides the host. */
  | { kind: 'unknown'; hole: 'run time' | 'config'; end: number }
  | { kind: 'none' };

/** Slashes may be missing, repeated or backslashes in addresses of the web; `//host` takes over the scheme. */
const webAddress = /^(?:(?:https?|wss?|ftp):[/\\]*|[/\\]{2,})([^/\\?#]*)/i;

const otherAddress = /^[a-z][a-z0-9+.-]{0,20}:\/\/([^/?#]*)/i;

/** What stands where a host without a scheme would. */
const firstPart = /^([^/\\?#]*)/;

/**
 * Reads the address that a whole text is. `bare` accepts `example.com/path`, as settings of hosts have it.
 * A hole before the end of the host makes it unknown, as in `https://shop.test{…}`, which may go on `.evil.test`.
 */
export function readAddress(text: string, bare: boolean): AddressReading {
  // What browsers drop before they read an address.
  const cleaned = text.replace(/[\t\n\r]/g, '').replace(/^[\u0000-\u0020]+/, '');
  const match = webAddress.exec(cleaned) ?? otherAddress.exec(cleaned);
  const dropped = text.length - cleaned.length;
  if (match) return readAuthority(match[1] ?? '', match[0], dropped);
  return readBare(cleaned, bare, dropped);
}

/** Whether it is known what follows the host: a hole after this address could otherwise go on with the name. */
export function isClosed(text: string): boolean {
  const match = webAddress.exec(text) ?? otherAddress.exec(text);
  return match !== null && match[0].length < text.length;
}

function readAuthority(authority: string, whole: string, dropped: number): AddressReading {
  const end = dropped + whole.length;
  const hole = holeIn(authority);
  if (hole) return { kind: 'unknown', hole, end };
  if (authority === '') return { kind: 'none' };
  const address = `${/^http:/i.test(whole) ? 'http' : 'https'}://${authority}`;
  if (!URL.canParse(address)) return { kind: 'none' };
  const url = new URL(address);
  return { kind: 'host', host: url.host, credentials: url.username + url.password !== '', end };
}

/** A slash before a hole may become two, and a hole at the start a whole address. */
function readBare(text: string, bare: boolean, dropped: number): AddressReading {
  const start = /^[/\\]?/.exec(text)?.[0] ?? '';
  const [, part = ''] = firstPart.exec(text.slice(start.length)) ?? [];
  const end = dropped + start.length + part.length;
  const hole = start === '' ? holeIn(part) : holeIn(part.charAt(0));
  if (hole) return { kind: 'unknown', hole, end };
  const isHost = bare && start === '' && /[.:]|^localhost$/i.test(part) && !/\s/.test(part);
  return isHost ? readAuthority(part, part, dropped) : { kind: 'none' };
}

function holeIn(text: string): 'run time' | 'config' | undefined {
  if (text.includes(runTimeHole)) return 'run time';
  return text.includes(configHole) ? 'config' : undefined;
}
