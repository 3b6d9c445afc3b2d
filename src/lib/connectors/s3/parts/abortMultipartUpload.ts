import { defineAction } from '#lib/connectors/define.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { objectInputs, uploadId as uploadIdInput } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';

/** Gives up an upload in parts; what was sent of it is no longer stored, or paid for (format.md 2.4). */
export const abortMultipartUpload = defineAction({
  label: 'Abort multipart upload',
  description: 'Gives up an upload in parts and deletes its parts.',
  lazy: true,
  inputs: { ...objectInputs, uploadId: uploadIdInput },
  synonyms: ['cancel upload'],
  example: {},
  async perform({ bucket, objectKey: key, uploadId, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    await byHeaders(session)({ method: 'DELETE', key, query: { uploadId } });
    return { data: {} };
  },
});
