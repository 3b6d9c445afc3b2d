import { defineAction } from '#lib/connectors/define.ts';
import { askXml } from '#lib/connectors/s3/askXml.ts';
import { accountInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { childOf, childrenOf, pick } from '#lib/connectors/s3/xml.ts';

/** All buckets of the account (format.md 2.4). */
export const listBuckets = defineAction({
  label: 'List buckets',
  description: 'Lists the buckets of the account.',
  lazy: true,
  inputs: accountInputs,
  example: [{ Name: 'my-bucket', CreationDate: '2026-01-01T00:00:00.000Z' }],
  repeatable: true,
  async perform(account, context) {
    const session = await openSession(account, context);
    const buckets = childOf(await askXml(session, { method: 'GET' }), 'Buckets');
    const fields = { Name: String, CreationDate: String };
    return { data: childrenOf(buckets, 'Bucket').map((one) => pick(one, fields)) };
  },
});
