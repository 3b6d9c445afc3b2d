/** The rows of a list or of keys and values, while they are filled in. */
import type { CatalogueInput } from '#lib/model/catalogue.ts';
import { textOf } from '#lib/views/inputs/Widget.ts';

/** A row of a list has an empty key. */
export interface Row {
  key: string;
  value: string;
}

/** The rows that a value is drawn as; `undefined` for one that has none: text that may be JSON, rows that hold more than text. */
export function rowsOf(value: unknown, { type }: Pick<CatalogueInput, 'type'>): Row[] | undefined {
  if (value === undefined || value === null || value === '') return [];
  if (!Array.isArray(value)) return undefined;
  const rows = value.map((item: unknown) => rowOf(item, type === 'pairs'));
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

/** What the input holds: a list of texts, or of keys with their values. */
export function valueOf(rows: readonly Row[], { type }: Pick<CatalogueInput, 'type'>): unknown[] {
  return rows.map(({ key, value }) => (type === 'pairs' ? { key, value } : value));
}

/** The rows as JSON, for editing as text; nothing for none. */
export function rowsText(value: unknown): string {
  return Array.isArray(value) && value.length === 0 ? '' : textOf(value);
}

/** The other way; `undefined` where the text is no such list. */
export function textRows(text: string, input: Pick<CatalogueInput, 'type'>): Row[] | undefined {
  if (text.trim() === '') return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? rowsOf(parsed, input) : undefined;
  } catch {
    return undefined;
  }
}

function rowOf(item: unknown, keyed: boolean): Row | undefined {
  if (!keyed) return isPlain(item) ? { key: '', value: textOf(item) } : undefined;
  if (typeof item !== 'object' || item === null || !('key' in item)) return undefined;
  const value = 'value' in item ? item.value : '';
  return isPlain(item.key) && isPlain(value) ? { key: textOf(item.key), value: textOf(value) } : undefined;
}

function isPlain(item: unknown): boolean {
  return typeof item !== 'object' || item === null;
}
