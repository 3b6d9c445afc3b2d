import { defineAction } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';
import { askXml } from '#lib/connectors/s3/askXml.ts';
import { encodeText } from '#lib/connectors/s3/encode.ts';
import { accountInputs, acl } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { encodeKey } from '#lib/connectors/s3/place.ts';
import { pick } from '#lib/connectors/s3/xml.ts';

/** Copies an object inside the store, up to 5 GB (format.md 2.4). */
export const copyObject = defineAction({
  label: 'Copy object',
  description: 'Copies an object to another key or bucket.',
  lazy: true,
  inputs: {
    ...accountInputs,
    sourceBucket: text({
      label: 'From bucket',
      help: 'The name of the bucket that holds the object now.',
      required: true,
    }),
    sourceKey: text({
      label: 'From key',
      help: 'The path of the object there, such as reports/2026-01.csv.',
      required: true,
    }),
    destinationBucket: text({
      label: 'To bucket',
      help: 'The name of the bucket that gets the copy; it may be the same.',
      required: true,
    }),
    destinationKey: text({
      label: 'To key',
      help: 'The path of the copy, such as archive/2026-01.csv.',
      required: true,
    }),
    acl,
  },
  synonyms: ['move', 'rename', 'duplicate'],
  example: {
    CopyObjectResult: {
      ETag: '"9a0364b9e99bb480dd25e1f0284c8555"',
      LastModified: '2026-01-01T00:00:00.000Z',
    },
  },
  async perform(
    { sourceBucket, sourceKey, destinationBucket, destinationKey, acl: grants, ...account },
    context,
  ) {
    const session = await openSession(account, context, { bucket: destinationBucket });
    const source = `/${encodeText(sourceBucket)}/${encodeKey(sourceKey)}`;
    const headers = { 'x-amz-copy-source': source, ...(grants !== '' && { 'x-amz-acl': grants }) };
    const answer = await askXml(session, { method: 'PUT', key: destinationKey, headers });
    return { data: { CopyObjectResult: pick(answer, { ETag: String, LastModified: String }) } };
  },
});
