import { isScalar } from 'yaml';

/** A key as text, as JavaScript's own objects would have it: `1:` is the key "1", `? [a]` is its spelling. */
export function keyText(key: unknown): string {
  if (!isScalar(key)) return String(key);
  return key.value === null ? '' : String(key.value);
}
