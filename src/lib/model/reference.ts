/** Paths into what steps produced: `head.results.a.0["odd key"]` (format.md 1.6.1). */

// No part of it can match the same text in two ways: a stranger's file may hold a path of any length.
const PART = /\[(?:\s*"((?:[^"\\]|\\.)*)"\s*|\s*'((?:[^'\\]|\\.)*)'\s*|([^[\]]*))\]|([^.[\]]+)/g;

/** A key of a path, and where it stands in its text: brackets and quotes belong to it. */
export interface PathPart {
  key: string;
  start: number;
  end: number;
  /** How it is written: after a dot, in brackets, or in brackets and quotes. */
  style: 'dot' | '[]' | '"' | "'";
}

/** Splits a path on dots outside brackets: `a[".tag"].b c` is `['a', '.tag', 'b c']`. */
export function parsePath(path: string): string[] {
  return pathParts(path).map(({ key }) => key);
}

/** The same with places. */
export function pathParts(path: string): PathPart[] {
  return Array.from(path.matchAll(PART), ({ 0: whole, 1: double, 2: single, 3: bare, 4: plain, index }) => {
    const quoted = double ?? single;
    const key = quoted === undefined ? (bare?.trim() ?? plain ?? '') : quoted.replace(/\\(.)/g, '$1');
    const style = double !== undefined ? '"' : single !== undefined ? "'" : bare !== undefined ? '[]' : 'dot';
    return { key, start: index, end: index + whole.length, style };
  });
}

/** A path with another key at one place, written as the old one was where that can be; all else stays as it is. */
export function replacePart(path: string, { key: old, start, end, style }: PathPart, key: string): string {
  const [before, after] = [path.slice(0, start), path.slice(end)];
  // A head without a letter or digit stands in brackets only because it must (format.md 1.6.4).
  const written = start === 0 && old === '' ? 'dot' : style;
  if (written === 'dot' && isPlain(key, /[.[\]]/)) return before + key + after;
  if (written === '[]' && isPlain(key, /[[\]"']/)) return `${before}[${key}]${after}`;
  return `${before.replace(/\.$/, '')}[${quoted(key, written === "'" ? "'" : '"')}]${after}`;
}

/** Whether a key is read back as it is without quotes; spaces around it would be lost at the end of a placeholder. */
function isPlain(key: string, splits: RegExp): boolean {
  return key !== '' && key === key.trim() && !splits.test(key);
}

function quoted(key: string, quote: '"' | "'"): string {
  const escaped = key.replace(/["'\\]/g, (sign) => (sign === '\\' || sign === quote ? `\\${sign}` : sign));
  return quote + escaped + quote;
}

/** Follows keys into a value. A missing one gives `undefined`, never an error: files rely on it. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  let current = value;
  let parentKey = '';
  for (const key of keys) {
    current = parentKey === 'headers' ? headerValue(current, key) : ownValue(current, key);
    parentKey = key;
  }
  return current;
}

/** Own properties only: a stranger's file must not reach prototypes. */
function ownValue(value: unknown, key: string): unknown {
  if (value === null || value === undefined) return undefined;
  return Object.hasOwn(Object(value) as object, key) ? (value as Record<string, unknown>)[key] : undefined;
}

/** HTTP header names have no case. */
function headerValue(headers: unknown, name: string): unknown {
  const exact = ownValue(headers, name);
  if (exact !== undefined || typeof headers !== 'object' || headers === null) return exact;
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : ownValue(headers, found);
}
