/** Headers of a request that browsers set themselves or leave out without a word (browser.md 4.1). */

const droppedHeaders: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'via',
]);

/** Whether what somebody wrote there would not arrive. */
export function isDropped(header: string): boolean {
  const name = header.trim().toLowerCase();
  return droppedHeaders.has(name) || /^(?:proxy-|sec-)/.test(name);
}
