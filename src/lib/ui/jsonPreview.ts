/** A value in one line, the way a programmer would write it: at most `limit` characters, or so many of a text. */
import { byteSize } from '#lib/ui/byteSize.ts';
import { jsonKind } from '#lib/ui/jsonKind.ts';

/** See above. Never throws, and reads no more of a value than it writes. */
export function jsonPreview(value: unknown, limit = 80): string {
  try {
    return preview(value, limit);
  } catch {
    // A buffer that was handed to another thread, a getter that throws.
    return 'could not be read';
  }
}

function preview(value: unknown, limit: number): string {
  switch (jsonKind(value)) {
    case 'string':
      return quoted(value as string, limit);
    case 'number':
      if (typeof value === 'bigint') return shorten(`${value}n`, limit);
      return Object.is(value, -0) ? '-0' : String(value);
    case 'date':
      return Number.isNaN((value as Date).getTime()) ? 'Invalid date' : (value as Date).toISOString();
    case 'bytes':
      return bytes(value as ArrayBuffer | ArrayBufferView);
    case 'file':
      return file(value as Blob);
    case 'list':
      return count(value instanceof Set ? value.size : (value as unknown[]).length, 'item');
    case 'object':
      return keys(value as object, limit);
    case 'other':
      return other(value, limit);
    default:
      return String(value);
  }
}

/** Cuts a text after at most `limit` UTF-16 units, never through a character. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = /[\uD800-\uDBFF]$/.test(text.slice(0, limit));
  return text.slice(0, half ? limit - 1 : limit);
}

function quoted(text: string, limit: number): string {
  const start = cutText(text, limit);
  return start.length < text.length ? `${JSON.stringify(start).slice(0, -1)}…` : JSON.stringify(text);
}

function bytes(value: ArrayBuffer | ArrayBufferView): string {
  const view = ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value);
  const start = [...view.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const size = `${value.constructor.name}, ${byteSize(view.byteLength)}`;
  return start ? `${size}: ${start}${view.byteLength > 8 ? ' …' : ''}` : size;
}

function file(value: Blob): string {
  const name = value instanceof File && value.name ? `${value.name}, ` : '';
  return `${name}${value.type || 'unknown type'}, ${byteSize(value.size)}`;
}

function keys(object: object, limit: number): string {
  if (object instanceof Map) return count(object.size, 'entry', 'entries');
  const parts: string[] = [];
  let length = 0;
  for (const key in object) {
    if (!Object.hasOwn(object, key)) continue;
    length += key.length + 2;
    if (length > limit - 5) return parts.length > 0 ? `{ ${parts.join(', ')}, … }` : '{ … }';
    parts.push(key);
  }
  return parts.length > 0 ? `{ ${parts.join(', ')} }` : '{}';
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

function other(value: unknown, limit: number): string {
  if (typeof value === 'symbol') return shorten(value.description ?? 'symbol', limit);
  if (typeof value === 'function') return shorten(`function ${value.name}`, limit);
  return shorten(String(value), limit);
}

function shorten(text: string, limit: number): string {
  return text.length > limit ? `${cutText(text, limit - 1)}…` : text;
}
