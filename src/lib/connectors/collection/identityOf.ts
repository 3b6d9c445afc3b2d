import { jsonText } from '#lib/connectors/jsonText.ts';
import { bytesOf } from '#lib/connectors/reading.ts';

/** The same text for values that are equal: the order of keys does not count, bytes do. The number 1 is not the text “1”. Throws as `jsonText` does. */
export function identityOf(value: unknown): string {
  return jsonText(value, comparable);
}

function comparable(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const bytes = bytesOf(value);
  // In this encoding every byte is a character of its own.
  if (bytes) return { bytes: new TextDecoder('latin1').decode(bytes) };
  return Object.fromEntries(Object.entries(value).sort(byKey));
}

function byKey([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}
