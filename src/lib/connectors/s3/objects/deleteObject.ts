import { defineAction } from '#lib/connectors/define.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { fromHeaders } from '#lib/connectors/s3/headers.ts';
import { objectInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';

/** Deletes an object; one that is not there is deleted as well (format.md 2.4). */
export const deleteObject = defineAction({
  label: 'Delete object',
  description: 'Deletes an object of a bucket.',
  lazy: true,
  inputs: objectInputs,
  synonyms: ['remove file'],
  example: { DeleteMarker: true, VersionId: '3sL4kqtJlcpXroDTDmJ' },
  async perform({ bucket, objectKey: key, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    const response = await byHeaders(session)({ method: 'DELETE', key });
    const { DeleteMarker: marker, ...rest } = fromHeaders(response, ['DeleteMarker', 'VersionId']);
    return { data: { ...rest, ...(marker !== undefined && { DeleteMarker: marker === 'true' }) } };
  },
});
