import { defineAction } from '#lib/connectors/define.ts';
import { flag, text } from '#lib/connectors/inputs.ts';
import { askXml } from '#lib/connectors/s3/askXml.ts';
import { bucketInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { childrenOf, keyReader, pick, textOf, toYes } from '#lib/connectors/s3/xml.ts';

const pageFields = {
  Name: String,
  KeyCount: Number,
  MaxKeys: Number,
  IsTruncated: toYes,
  ContinuationToken: String,
  NextContinuationToken: String,
};
const objectFields = { LastModified: String, ETag: String, Size: Number, StorageClass: String };

/** The keys of a bucket, or with metadata everything that the page of the list says (format.md 2.4). */
export const listObjects = defineAction({
  label: 'List objects',
  description: 'Lists the objects of a bucket.',
  lazy: true,
  inputs: {
    ...bucketInputs,
    prefix: text({
      label: 'Prefix',
      help: 'Only objects whose keys begin with it, such as folder/.',
    }),
    maxKeys: text({ label: 'At most', help: 'So many objects; empty for 1000, which is the most.' }),
    continuationToken: text({
      label: 'Continuation token',
      help: 'NextContinuationToken of the page before, which needs “With metadata”.',
    }),
    includeMetadata: flag({
      label: 'With metadata',
      help: 'Sizes and times as well, and whether there is another page.',
      default: false,
    }),
  },
  synonyms: ['files', 'folder', 'directory'],
  example: ['reports/2026-01.csv', 'reports/2026-02.csv'],
  output: 'anything',
  repeatable: true,
  async perform({ bucket, prefix, maxKeys, continuationToken, includeMetadata, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    const asked = { prefix, 'max-keys': maxKeys, 'continuation-token': continuationToken };
    const given = Object.entries(asked).filter(([, value]) => value !== '');
    const query = { 'list-type': '2', 'encoding-type': 'url', ...Object.fromEntries(given) };
    const page = await askXml(session, { method: 'GET', query });
    const toKey = keyReader(page);
    const fields = { Key: toKey, ...objectFields };
    const objects = childrenOf(page, 'Contents').map((object) => pick(object, fields));
    if (includeMetadata)
      return { data: { ...pick(page, { Prefix: toKey, ...pageFields }), Contents: objects } };
    if (toYes(textOf(page, 'IsTruncated')) && maxKeys === '')
      context.log(
        'warn',
        `There are more objects than these ${objects.length}: with metadata the list has pages.`,
      );
    return { data: objects.map(({ Key }) => Key) };
  },
});
