/**
 * A value as text to copy: a string as it is, everything else as indented JSON. What JSON has no word for is written as
 * `jsonPreview` writes it; nothing makes it throw.
 */
import { jsonChildren } from '#lib/ui/jsonChildren.ts';
import { jsonKind } from '#lib/ui/jsonKind.ts';
import { jsonPreview } from '#lib/ui/jsonPreview.ts';

/** See above. */
export function jsonText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    const plain = toPlain(value, []);
    return typeof plain === 'string' ? plain : JSON.stringify(plain, null, 2);
  } catch {
    // Nested deeper than the stack.
    return jsonPreview(value);
  }
}

function toPlain(value: unknown, ancestors: readonly unknown[]): unknown {
  const children = jsonChildren(value);
  if (!children) return toPlainLeaf(value);
  if (ancestors.includes(value)) return '(circular)';
  const inside = [...ancestors, value];
  const parts = Array.from({ length: children.count }, (_, index) => children.at(index));
  if (jsonKind(value) === 'list') return parts.map((part) => toPlain(part.value, inside));
  // Without a prototype, so that a key `__proto__` is a key.
  const object = Object.create(null) as Record<string, unknown>;
  for (const part of parts) object[part.label] = toPlain(part.value, inside);
  return object;
}

function toPlainLeaf(value: unknown): unknown {
  const exact = typeof value === 'string' || typeof value === 'boolean' || value === null;
  return exact || (typeof value === 'number' && Number.isFinite(value)) ? value : jsonPreview(value);
}
