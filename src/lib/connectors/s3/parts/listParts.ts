import { defineAction } from '#lib/connectors/define.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { objectInputs, uploadId as uploadIdInput } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { sentParts } from '#lib/connectors/s3/upload/sentParts.ts';

/** All parts that have come in so far (format.md 2.4). */
export const listParts = defineAction({
  label: 'List parts',
  description: 'Lists the parts of an upload that have come in.',
  lazy: true,
  inputs: { ...objectInputs, uploadId: uploadIdInput },
  example: {
    Bucket: 'my-bucket',
    Key: 'folder/file.bin',
    UploadId: '9DWJzLdFIcK05G2Yq',
    Parts: [{ PartNumber: 1, ETag: '"266b71"', Size: 8388608, LastModified: '2026-01-01T00:00:00.000Z' }],
  },
  repeatable: true,
  async perform({ bucket, objectKey: key, uploadId, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    const Parts = await sentParts(session, byHeaders(session), { key, uploadId });
    return { data: { Bucket: bucket, Key: key, UploadId: uploadId, Parts } };
  },
});
