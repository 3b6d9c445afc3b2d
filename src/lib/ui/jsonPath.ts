/** A path as code writes it: `body.items[0]["odd key"]`. */
import type { JsonPath } from '#lib/ui/jsonRows.ts';

/** See above; empty for the root. */
export function jsonPath(path: JsonPath): string {
  return path.map((key, index) => segment(key, index === 0)).join('');
}

function segment(key: string | number, first: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  if (!/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key)) return `[${JSON.stringify(key)}]`;
  return first ? key : `.${key}`;
}
