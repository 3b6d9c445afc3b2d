import { bytesOf, toText, type FileContent, type KeyValue } from '#lib/connectors/reading.ts';

/** What a request carries. */
export interface Content {
  body: string | ArrayBuffer;
  contentType: string;
}

/** Text goes out exactly as it is, a file as its bytes, anything else as JSON; nothing when nothing is given (format.md 2.2). */
export function contentOf(data: unknown): Content | undefined {
  if (data === undefined || data === null || data === '') return undefined;
  if (typeof data === 'string') return { body: data, contentType: 'application/x-www-form-urlencoded' };
  const bytes = bytesOf(data);
  if (bytes) return { body: exact(bytes), contentType: 'application/octet-stream' };
  return fileOf(data) ?? { body: JSON.stringify(data), contentType: 'application/json' };
}

/** A file of an earlier step, or the body of a request as a trigger has it; what only looks like one is data. */
function fileOf(value: unknown): Content | undefined {
  if (typeof value !== 'object' || value === null || !('data' in value) || !('contentType' in value))
    return undefined;
  const { data } = value;
  const contentType = toText(value.contentType);
  const isFile =
    /^[\w.+-]+\/[\w.+-]+/.test(contentType) && Object.keys(value).every((key) => fileKeys.has(key));
  const bytes = bytesOf(data);
  if (!isFile) return bytes && { body: exact(bytes), contentType: 'application/octet-stream' };
  if (bytes) return { body: exact(bytes), contentType };
  if (typeof data === 'string') return { body: data, contentType };
  return contentType.includes('json') ? { body: JSON.stringify(data), contentType } : undefined;
}

const fileKeys = new Set(['data', 'contentType', 'name', 'fileName']);

/** Fields and files as a form; the host's own writer of forms chooses what parts them. */
export async function formOf(
  fields: readonly KeyValue[],
  files: readonly (FileContent & { field: string; name: string })[],
): Promise<Content> {
  const form = new FormData();
  for (const { key, value } of fields) if (key !== '') form.append(key, toText(value));
  for (const { field, name, data, contentType } of files)
    form.append(field, new File([data], name, { type: contentType }));
  const response = new Response(form);
  return { body: await response.arrayBuffer(), contentType: response.headers.get('content-type') ?? '' };
}

/** Without what else the buffer may hold. */
function exact({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}
