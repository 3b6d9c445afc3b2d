import type { Send, Session } from '#lib/connectors/s3/ask.ts';
import { xmlOf } from '#lib/connectors/s3/askXml.ts';
import type { Part, UploadPlace } from '#lib/connectors/s3/upload/sendPart.ts';
import { pick, writeXml } from '#lib/connectors/s3/xml.ts';

const fields = { Bucket: String, Key: String, ETag: String, Location: String };

/** Makes the object of its parts, which are in order. */
export async function completeUpload(
  session: Session,
  send: Send,
  { key, uploadId }: UploadPlace,
  parts: readonly Part[],
): Promise<Record<string, unknown>> {
  const Part = parts.map(({ PartNumber, ETag }) => ({ PartNumber: String(PartNumber), ETag }));
  const response = await send({
    method: 'POST',
    key,
    query: { uploadId },
    headers: { 'content-type': 'application/xml' },
    body: writeXml('CompleteMultipartUpload', { Part }),
  });
  return pick(await xmlOf(response, session, key), fields);
}
