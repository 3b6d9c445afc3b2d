/** A connection while it is filled in: which kind it is, and its fields as text. */
import type { CatalogueConnection } from '#lib/model/catalogue.ts';

export interface FilledIn {
  /** Which kind of connection of its connector; empty for none. */
  key: string;
  /** Secrets are among them: whoever holds this must not store it. */
  fields: Readonly<Record<string, string>>;
}

export const noConnection: FilledIn = { key: '', fields: {} };

/** A connection of a kind, its fields filled with their defaults. */
export function emptyConnection({ key, fields }: CatalogueConnection): FilledIn {
  return { key, fields: Object.fromEntries(fields.map((field) => [field.key, field.default ?? ''])) };
}

export function isFilledIn(value: unknown): value is FilledIn {
  return typeof value === 'object' && value !== null && 'key' in value && 'fields' in value;
}

/** The label of the first required field that is empty. */
export function emptyField(
  { key, fields }: FilledIn,
  kinds: readonly CatalogueConnection[],
): string | undefined {
  const kind = kinds.find((one) => one.key === key);
  return kind?.fields.find((field) => field.required && !fields[field.key])?.label;
}
