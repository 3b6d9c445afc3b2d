import { defineAction } from '#lib/connectors/define.ts';
import { anything } from '#lib/connectors/inputs.ts';
import { parseJson, toText, wrongShape } from '#lib/connectors/reading.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { objectInputs, uploadId as uploadIdInput } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { completeUpload } from '#lib/connectors/s3/upload/completeUpload.ts';
import type { Part } from '#lib/connectors/s3/upload/sendPart.ts';

/** Makes the object of its parts (format.md 2.4). */
export const completeMultipartUpload = defineAction({
  label: 'Complete multipart upload',
  description: 'Ends an upload in parts: the object is there from now on.',
  lazy: true,
  inputs: {
    ...objectInputs,
    uploadId: uploadIdInput,
    parts: anything({
      label: 'Parts',
      help: 'A list of part numbers and ETags, such as “Parts” of “List parts”.',
      required: true,
    }),
  },
  example: {
    Bucket: 'my-bucket',
    Key: 'folder/file.bin',
    ETag: '"d96cf49f8c439501eb19c4728712345-2"',
    Location: 'https://my-bucket.s3.us-east-1.amazonaws.com/folder/file.bin',
  },
  async perform({ bucket, objectKey: key, uploadId, parts, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    return { data: await completeUpload(session, byHeaders(session), { key, uploadId }, toParts(parts)) };
  },
});

/** The list itself, or what “List parts” gave. Throws `input`. */
function toParts(value: unknown): Part[] {
  const parsed = parseJson(value);
  const list: unknown = isObject(parsed) ? parsed.Parts : parsed;
  if (!Array.isArray(list) || list.length === 0) throw wrongShape('Parts', 'a list of parts', value);
  return list.map(toPart).sort((one, other) => one.PartNumber - other.PartNumber);
}

function toPart(row: unknown): Part {
  const PartNumber = isObject(row) ? Number(row.PartNumber) : NaN;
  const ETag = isObject(row) ? toText(row.ETag) : '';
  if (Number.isInteger(PartNumber) && ETag !== '') return { PartNumber, ETag };
  throw wrongShape('Parts', 'a PartNumber and an ETag in each row', row);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
