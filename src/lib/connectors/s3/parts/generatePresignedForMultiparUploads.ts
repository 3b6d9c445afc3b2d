import { defineAction } from '#lib/connectors/define.ts';
import { number } from '#lib/connectors/inputs.ts';
import { presign } from '#lib/connectors/s3/ask.ts';
import {
  expirationSeconds,
  objectInputs,
  readSeconds,
  uploadId as uploadIdInput,
} from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { FailureError } from '#lib/model/failure.ts';

const MOST = 10_000;

/** An address for each part of an upload; the key of the action is spelled so in the format. */
export const generatePresignedForMultiparUploads = defineAction({
  label: 'Generate presigned URLs of parts',
  description: 'Makes addresses with which anyone can send the parts of an upload for a while.',
  lazy: true,
  inputs: {
    ...objectInputs,
    uploadId: uploadIdInput,
    urlsToGenerate: number({
      label: 'How many',
      help: 'An address for each part, from 1 to 10000.',
      default: 5,
    }),
    expirationSeconds,
  },
  example: [{ url: 'https://my-bucket.s3.us-east-1.amazonaws.com/file.bin?partNumber=1', partNumber: 1 }],
  repeatable: true,
  async perform(
    { bucket, objectKey: key, uploadId, urlsToGenerate, expirationSeconds: written, ...account },
    context,
  ) {
    if (!Number.isInteger(urlsToGenerate) || urlsToGenerate < 1 || urlsToGenerate > MOST)
      throw tooMany(urlsToGenerate);
    const session = await openSession(account, context, { bucket });
    const seconds = readSeconds(written);
    const numbers = Array.from({ length: urlsToGenerate }, (_, index) => index + 1);
    const address = async (partNumber: number) => {
      const query = { partNumber: String(partNumber), uploadId };
      return { url: await presign(session, { method: 'PUT', key, query }, seconds), partNumber };
    };
    return { data: await Promise.all(numbers.map(address)) };
  },
});

function tooMany(count: number): FailureError {
  return new FailureError({
    code: 'input',
    message: `An upload has 1 to ${MOST} parts; ${count} is no such number.`,
  });
}
