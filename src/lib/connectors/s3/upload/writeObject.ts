import { fromHeaders } from '#lib/connectors/s3/headers.ts';
import { bufferOf } from '#lib/connectors/s3/upload/sendPart.ts';
import type { Upload } from '#lib/connectors/s3/upload/Upload.ts';
import { writeInParts } from '#lib/connectors/s3/upload/writeInParts.ts';

/** What is larger is sent in parts. */
const AT_ONCE_BYTES = 16 * 1024 * 1024;

/** Writes an object; gives its ETag and what else the store says of it. */
export async function writeObject(upload: Upload): Promise<Record<string, unknown>> {
  const { send, key, bytes, headers } = upload;
  if (bytes.byteLength > AT_ONCE_BYTES) return await writeInParts(upload);
  const response = await send({ method: 'PUT', key, headers, body: bufferOf(bytes) });
  return fromHeaders(response, ['ETag', 'VersionId', 'ServerSideEncryption']);
}
