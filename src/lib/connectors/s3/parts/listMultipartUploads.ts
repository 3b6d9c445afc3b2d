import { defineAction } from '#lib/connectors/define.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { bucketInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { unfinishedUploads } from '#lib/connectors/s3/upload/unfinishedUploads.ts';

/** Uploads that were begun and neither ended nor given up (format.md 2.4). */
export const listMultipartUploads = defineAction({
  label: 'List multipart uploads',
  description: 'Lists the unfinished uploads of a bucket.',
  lazy: true,
  inputs: bucketInputs,
  synonyms: ['unfinished uploads'],
  example: {
    Bucket: 'my-bucket',
    Uploads: [
      { Key: 'folder/file.bin', UploadId: '9DWJzLdFIcK05G2Yq', Initiated: '2026-01-01T00:00:00.000Z' },
    ],
  },
  repeatable: true,
  async perform({ bucket, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    return { data: { Bucket: bucket, Uploads: await unfinishedUploads(session, byHeaders(session)) } };
  },
});
