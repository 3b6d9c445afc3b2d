/** What of a request may be written into a log: never who asks, wherever that was typed (browser.md 7.2). */

const COVER = '••••';

const covered = new Set(['authorization', 'cookie', 'proxy-authorization', 'set-cookie', 'x-api-key']);

/** Parameters of addresses that are signed. */
const signing = ['X-Amz-Credential', 'X-Amz-Security-Token', 'X-Amz-Signature'];

/** The headers, one on a line. */
export function publicLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${covered.has(name.toLowerCase()) ? COVER : value}`)
    .join('\n');
}

/** The address without what signs it. */
export function publicAddress(address: string): string {
  const url = new URL(address);
  for (const name of signing) if (url.searchParams.has(name)) url.searchParams.set(name, COVER);
  return url.href;
}
