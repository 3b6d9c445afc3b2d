import { defineAction } from '#lib/connectors/define.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { fromHeaders, metadataOf } from '#lib/connectors/s3/headers.ts';
import { objectInputs, versionId } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';

/** What is known of an object without reading it (format.md 2.4). */
export const headObject = defineAction({
  label: 'Get object metadata',
  description: 'Tells size, type and age of an object without reading it.',
  lazy: true,
  inputs: { ...objectInputs, versionId },
  synonyms: ['head object', 'exists', 'size'],
  example: {
    ContentLength: 65338,
    ContentType: 'image/jpeg',
    ETag: '"266b7131485849fcefe583dcce654321"',
    LastModified: '2026-01-01T00:00:00.000Z',
    Metadata: {},
  },
  repeatable: true,
  async perform({ bucket, objectKey: key, versionId: version, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    const query: Record<string, string> = version === '' ? {} : { versionId: version };
    const response = await byHeaders(session)({ method: 'HEAD', key, query });
    const { 'content-length': length, 'last-modified': modified } = response.headers;
    return {
      data: {
        ...fromHeaders(response, [
          'AcceptRanges',
          'ContentEncoding',
          'ContentType',
          'ETag',
          'ServerSideEncryption',
          'StorageClass',
          'VersionId',
        ]),
        ...(length !== undefined && { ContentLength: Number(length) }),
        ...(modified !== undefined && { LastModified: new Date(modified).toISOString() }),
        Metadata: metadataOf(response),
      },
    };
  },
});
