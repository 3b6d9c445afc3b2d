import { defineAction } from '#lib/connectors/define.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { fromHeaders } from '#lib/connectors/s3/headers.ts';
import { bucketInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';

/** Whether a bucket is there and may be used (format.md 2.4). */
export const headBucket = defineAction({
  label: 'Check bucket',
  description: 'Checks that a bucket is there and may be used.',
  lazy: true,
  inputs: bucketInputs,
  synonyms: ['head bucket', 'exists'],
  example: { BucketRegion: 'us-east-1' },
  repeatable: true,
  async perform({ bucket, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    return { data: fromHeaders(await byHeaders(session)({ method: 'HEAD' }), ['BucketRegion']) };
  },
});
