/** What a value is, as a tree of data draws it: one glyph, one colour and one way to write it for each kind. */
export type JsonKind =
  'string' | 'number' | 'boolean' | 'null' | 'date' | 'bytes' | 'file' | 'object' | 'list' | 'other';

/** The kind of any value that structured clone can carry, and of any other without throwing. */
export function jsonKind(value: unknown): JsonKind {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value as JsonKind;
    case 'bigint':
      return 'number';
    case 'undefined':
      return 'null';
    case 'object':
      return value === null ? 'null' : objectKind(value);
    default:
      return 'other';
  }
}

function objectKind(value: object): JsonKind {
  try {
    return readableKind(value);
  } catch {
    // A proxy that was taken back throws on every look at it.
    return 'other';
  }
}

function readableKind(value: object): JsonKind {
  if (Array.isArray(value) || value instanceof Set) return 'list';
  if (value instanceof Date) return 'date';
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return 'bytes';
  if (value instanceof Blob) return 'file';
  if (value instanceof Error || value instanceof RegExp) return 'other';
  return 'object';
}
