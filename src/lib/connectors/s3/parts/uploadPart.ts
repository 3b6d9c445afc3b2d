import { defineAction } from '#lib/connectors/define.ts';
import { file, number } from '#lib/connectors/inputs.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { objectInputs, uploadId as uploadIdInput } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { sendPart } from '#lib/connectors/s3/upload/sendPart.ts';
import { FailureError } from '#lib/model/failure.ts';

const MAX_PARTS = 10_000;

/** Sends one part; what ends the upload needs `part` of the result (format.md 2.4). */
export const uploadPart = defineAction({
  label: 'Upload part',
  description: 'Sends one part of an upload in parts.',
  lazy: true,
  inputs: {
    ...objectInputs,
    uploadId: uploadIdInput,
    partNumber: number({ label: 'Part number', help: 'From 1 to 10000.', required: true }),
    fileChunk: file({
      label: 'File chunk',
      help: 'The bytes of the part: at least 5 MB, but for the last one.',
      required: true,
    }),
  },
  example: { ETag: '"266b7131485849fcefe583dcce071234"', part: { ETag: '"266b71"', PartNumber: 1 } },
  async perform({ bucket, objectKey: key, uploadId, partNumber, fileChunk, ...account }, context) {
    if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > MAX_PARTS)
      throw wrongNumber(partNumber);
    const session = await openSession(account, context, { bucket });
    const part = await sendPart(byHeaders(session), { key, uploadId }, partNumber, fileChunk.data);
    return { data: { ETag: part.ETag, part } };
  },
});

function wrongNumber(partNumber: number): FailureError {
  return new FailureError({
    code: 'input',
    message: `Parts are numbered from 1 to ${MAX_PARTS}; ${partNumber} is no such number.`,
  });
}
