/** Headers that a browser sends itself, or never: those of a step are left out without a word (browser.md 4.1). */

const dropped = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
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

/** Those of the names that do not arrive. */
export function droppedHeaders(names: readonly string[]): string[] {
  return names.filter((name) => dropped.has(name.toLowerCase()) || /^(proxy|sec)-/i.test(name));
}
