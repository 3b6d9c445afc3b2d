import { defineAction } from '#lib/connectors/define.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { objectInputs, versionId } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';

/** The bytes of an object, and what they are (format.md 2.4). */
export const getObject = defineAction({
  label: 'Get object',
  description: 'Reads an object from a bucket.',
  lazy: true,
  inputs: { ...objectInputs, versionId },
  synonyms: ['download', 'read file'],
  example: { data: 'id,name', contentType: 'text/csv' },
  output: 'file',
  repeatable: true,
  async perform({ bucket, objectKey: key, versionId: version, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    const query: Record<string, string> = version === '' ? {} : { versionId: version };
    const { body, headers } = await byHeaders(session)({ method: 'GET', key, query });
    return { data: { data: body, contentType: headers['content-type'] ?? 'application/octet-stream' } };
  },
});
