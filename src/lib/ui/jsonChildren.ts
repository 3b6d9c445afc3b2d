/** The parts of an object or list, read one by one, so that a list of 100,000 costs what is shown of it. */
import { jsonKind } from '#lib/ui/jsonKind.ts';
import { jsonPreview } from '#lib/ui/jsonPreview.ts';

/** One part: its step in the path, what is written before it, and the value. */
export interface JsonChild {
  key: string | number;
  label: string;
  value: unknown;
}

/** Stands for a property whose getter threw. */
const UNREADABLE = Symbol('could not be read');

/** Undefined for what has no parts, or none that can be listed. */
export function jsonChildren(
  value: unknown,
): { count: number; at: (index: number) => JsonChild } | undefined {
  const kind = jsonKind(value);
  if (kind !== 'object' && kind !== 'list') return undefined;
  try {
    if (value instanceof Map) return ofMap([...value]);
    if (kind === 'list') return ofList(value instanceof Set ? [...value] : (value as unknown[]));
    return ofObject(value as Record<string, unknown>);
  } catch {
    // A proxy may refuse to list its keys.
    return undefined;
  }
}

function ofList(list: unknown[]) {
  const at = (index: number) => ({ key: index, label: String(index), value: read(list, index) });
  return { count: list.length, at };
}

/** A map's keys may be anything, so its places in a path are numbers. */
function ofMap(entries: [unknown, unknown][]) {
  const at = (index: number) => {
    const [key, value] = entries[index] ?? [];
    return { key: index, label: typeof key === 'string' ? key : jsonPreview(key), value };
  };
  return { count: entries.length, at };
}

function ofObject(object: Record<string, unknown>) {
  const keys = Object.keys(object);
  const at = (index: number) => {
    const key = keys[index] ?? '';
    return { key, label: key, value: read(object, key) };
  };
  return { count: keys.length, at };
}

function read<K extends string | number>(from: Record<K, unknown>, key: K): unknown {
  try {
    return from[key];
  } catch {
    return UNREADABLE;
  }
}
