import type { HttpResponse } from '#lib/connectors/define.ts';
import type { Send } from '#lib/connectors/s3/ask.ts';
import { FailureError } from '#lib/model/failure.ts';

/** An upload in parts. */
export interface UploadPlace {
  key: string;
  uploadId: string;
}

/** What the end of an upload says of each part. */
export interface Part {
  PartNumber: number;
  /** With its quotes. */
  ETag: string;
}

/** Sends one part; a number that was sent before is replaced. */
export async function sendPart(
  send: Send,
  { key, uploadId }: UploadPlace,
  number: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Part> {
  const query = { partNumber: String(number), uploadId };
  const response = await send({ method: 'PUT', key, query, body: bufferOf(bytes) });
  return { ETag: etagOf(response), PartNumber: number };
}

/** A copy of no more than these bytes; none when they are all there is. */
export function bufferOf(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}

function etagOf({ headers }: HttpResponse): string {
  if (headers.etag) return headers.etag;
  throw new FailureError({
    code: 'connection',
    message:
      'The store took the part, but its answer may not be read whole: the CORS rule does not expose ETag.',
    hint: 'Give the bucket the CORS rule that stands in the help of the connection.',
  });
}
