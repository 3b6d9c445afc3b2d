import { defineAction } from '#lib/connectors/define.ts';
import { askXml } from '#lib/connectors/s3/askXml.ts';
import { objectInputs, writtenHeaders, writtenInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { pick } from '#lib/connectors/s3/xml.ts';

/** Begins an upload in parts; its ID goes to the steps that send them (format.md 2.4). */
export const createMultipartUpload = defineAction({
  label: 'Create multipart upload',
  description: 'Begins an upload in parts.',
  lazy: true,
  inputs: { ...objectInputs, ...writtenInputs },
  example: { Bucket: 'my-bucket', Key: 'folder/file.bin', UploadId: '9DWJzLdFIcK05G2Yq' },
  async perform({ bucket, objectKey: key, acl, tagging, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    const headers = writtenHeaders({ acl, tagging });
    const answer = await askXml(session, { method: 'POST', key, query: { uploads: '' }, headers });
    return { data: pick(answer, { Bucket: String, Key: String, UploadId: String }) };
  },
});
