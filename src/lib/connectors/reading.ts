/** From what a document or an earlier step holds to what an action wants (format.md 1.10, coercion). Each throws `input`. */
import { jsonText } from '#lib/connectors/jsonText.ts';
import { FailureError } from '#lib/model/failure.ts';

export interface KeyValue {
  key: string;
  value: unknown;
}

/** Bytes and what they are; the form that files have in results: `{ data, contentType }`. */
export interface FileContent {
  data: Uint8Array<ArrayBuffer>;
  /** Empty when nobody said. */
  contentType: string;
  name?: string;
}

/** Files write an input that nobody filled in as empty text. */
export function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Nothing is empty text; an object is written as JSON, which throws `limit` for what nests too deep. */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? jsonText(value) : String(value);
}

/** No number where nothing is given: `required` and `default` say what that means. */
export function toNumber(value: unknown, label: string): number {
  const isWritten = typeof value === 'string' && value.trim() !== '';
  const read = isWritten || typeof value === 'number' ? Number(value) : NaN;
  if (!Number.isNaN(read)) return read;
  throw wrongShape(label, 'a number', value);
}

/** Yes or no, also as a word. */
export function toFlag(value: unknown): boolean {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  return typeof word === 'string' ? ['t', 'true', 'y', 'yes'].includes(word) : Boolean(word);
}

/** Rows of key and value; an object is read as its own rows, also when it is written as JSON. */
export function toPairs(value: unknown, label: string): KeyValue[] {
  const parsed = parseJson(value);
  if (isUnset(parsed)) return [];
  if (!isList(parsed))
    return Object.entries(toObject(parsed, label)).map(([key, one]) => ({ key, value: one }));
  return parsed.map((row) => toPair(row, label));
}

function toPair(row: unknown, label: string): KeyValue {
  if (typeof row !== 'object' || row === null || !('key' in row))
    throw wrongShape(label, 'a list of keys and values', row);
  return { key: toText(row.key), value: 'value' in row ? row.value : undefined };
}

/** A list, an object as its rows of key and value, or JSON text of one of them. */
export function toItems(value: unknown, label: string): unknown[] {
  const parsed = parseJson(value);
  if (isList(parsed)) return parsed;
  if (!isObject(parsed)) throw wrongShape(label, 'a list or an object', value);
  return Object.entries(parsed).map(([key, item]) => ({ key, value: item }));
}

/** A list, or JSON text of one; nothing is an empty list. */
export function toList(value: unknown, label: string): unknown[] {
  const parsed = parseJson(value);
  if (isUnset(parsed)) return [];
  if (isList(parsed)) return parsed;
  throw wrongShape(label, 'a list', value);
}

/** An object, or JSON text of one. */
export function toObject(value: unknown, label: string): Record<string, unknown> {
  const parsed = parseJson(value);
  if (isObject(parsed)) return parsed;
  throw wrongShape(label, 'an object', value);
}

/** The text of a document: text, bytes, or a file; an object is written as JSON. */
export function toContent(value: unknown, label: string): string {
  const content = isFile(value) ? value.data : value;
  const bytes = bytesOf(content);
  if (!bytes) return toText(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FailureError({
      code: 'input',
      message: `“${label}” needs text, but got bytes that are no text in UTF-8.`,
    });
  }
}

/** Bytes: a file, bytes, or text in UTF-8; an object is written as JSON. */
export function toFile(value: unknown): FileContent {
  if (isFile(value)) {
    const { data, contentType, name } = value;
    const content = { ...toFile(data), contentType: toText(contentType) };
    return typeof name === 'string' ? { ...content, name } : content;
  }
  const bytes = bytesOf(value);
  if (bytes) return { data: bytes, contentType: '' };
  const isJson = typeof value === 'object' && value !== null;
  return {
    data: new TextEncoder().encode(toText(value)),
    contentType: isJson ? 'application/json' : 'text/plain',
  };
}

/** Bytes in any of their forms, not copied; also as Node writes them into JSON. */
export function bytesOf(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
  if (isObject(value) && value.type === 'Buffer' && isList(value.data))
    return Uint8Array.from(value.data as number[]);
  return undefined;
}

/** What a list or an object is when it is written as JSON; everything else stays as it is. */
export function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** “Items” needs a list, but got the text “x”. */
export function wrongShape(label: string, wanted: string, value: unknown): FailureError {
  return new FailureError({
    code: 'input',
    message: `“${label}” needs ${wanted}, but got ${shapeOf(value)}.`,
    hint: 'Look at the output of the step it comes from.',
  });
}

function shapeOf(value: unknown): string {
  if (isUnset(value)) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `the text ${JSON.stringify(value).slice(0, 40)}`;
  return `the ${typeof value} ${String(value).slice(0, 40)}`;
}

function isFile(value: unknown): value is { data: unknown; contentType: unknown; name?: unknown } {
  return isObject(value) && 'data' in value && 'contentType' in value;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** An object of its own keys; neither a list nor bytes. */
function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ArrayBuffer) &&
    !ArrayBuffer.isView(value)
  );
}
