import { defineAction } from '#lib/connectors/define.ts';
import { choice } from '#lib/connectors/inputs.ts';
import { presign } from '#lib/connectors/s3/ask.ts';
import { expirationSeconds, objectInputs, readSeconds } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';

/**
 * An address for one object that needs no connection until it expires (format.md 2.4). It is this step's result, to be
 * handed on, so its signature is not covered in the journal: who may read the journal may use it, for that long.
 */
export const generatePresignedUrl = defineAction({
  label: 'Generate presigned URL',
  description: 'Makes an address with which anyone can download or upload one object for a while.',
  lazy: true,
  inputs: {
    ...objectInputs,
    actionType: choice({
      label: 'For',
      help: 'What the address lets somebody do with the object.',
      choices: ['download', 'upload'],
      default: 'download',
    }),
    expirationSeconds,
  },
  synonyms: ['share link', 'signed link', 'temporary address'],
  example: 'https://my-bucket.s3.eu-central-1.amazonaws.com/file.txt?X-Amz-Expires=3600&X-Amz-Signature=…',
  // Nothing is sent: the address is computed here.
  repeatable: true,
  async perform({ bucket, objectKey: key, actionType, expirationSeconds: seconds, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    const method = actionType === 'upload' ? 'PUT' : 'GET';
    return { data: await presign(session, { method, key }, readSeconds(seconds)) };
  },
});
