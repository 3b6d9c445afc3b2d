/** Paths into what steps produced: `head.results.a.0["odd key"]` (format.md 1.6.1). */

const PART = /\[\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\]]*?))\s*\]|([^.[\]]+)/g;

/** Splits a path on dots outside brackets: `a[".tag"].b c` is `['a', '.tag', 'b c']`. */
export function parsePath(path: string): string[] {
  return Array.from(path.matchAll(PART), ([, double, single, bare, plain]) => {
    const quoted = double ?? single;
    return quoted === undefined ? (bare ?? plain ?? '') : quoted.replace(/\\(.)/g, '$1');
  });
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
