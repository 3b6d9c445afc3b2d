/** Addresses inside longer texts: bodies of requests, messages, code. */

export interface FoundAddress {
  text: string;
  /** Where it begins. */
  start: number;
}

/** `//host` counts only where a text or a quoted part begins: elsewhere two slashes mean many things. */
const address =
  /(?:\b(?:https?|wss?|ftp):|\b[a-z][a-z0-9+.-]{0,20}:(?=\/\/)|(?<=^|["'`(=])(?=[/\\]{2}[^\s/\\]))[^\s"'`<>]+/gi;

/** What ends an address in a sentence, in Markdown and in lists. */
const sentenceEnd = /[)\]}|,;](?<!\[[0-9a-f:.]*\])/i;

/**
 * An address that may end early is given both ways where that makes another host of it:
 * `http://a,b@c.test` is a user `a,b` to a browser and the end of a sentence to a reader.
 */
export function addressesIn(text: string): FoundAddress[] {
  return Array.from(text.matchAll(address)).flatMap(({ 0: found, index: start }) => {
    const end = found.search(sentenceEnd);
    const short = end < 0 ? found : found.slice(0, end);
    return /@/.test(found.slice(short.length))
      ? [
          { text: short, start },
          { text: found, start },
        ]
      : [{ text: short, start }];
  });
}
