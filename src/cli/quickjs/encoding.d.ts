/** Plain data as one text and the bytes it holds: what crosses between Node and a realm of QuickJS. */
export interface Encoded {
  /** JSON, so that no character in it can be lost on the way. */
  text: string;
  parts: readonly ArrayBuffer[];
}

/** What JSON cannot say and this keeps: properties that are `undefined`, and bytes. Dates and big numbers become text. */
export function encode(value: unknown): Encoded;

/** Bytes come back as `Uint8Array`. Throws on a text that `encode` did not make. */
export function decode(text: string, parts: readonly ArrayBuffer[]): unknown;
