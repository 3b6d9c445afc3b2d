import { defineAction } from '#lib/connectors/define.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { bucketInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';

/** Deletes a bucket that holds nothing (format.md 2.4). */
export const deleteBucket = defineAction({
  label: 'Delete bucket',
  description: 'Deletes a bucket that is empty.',
  lazy: true,
  inputs: bucketInputs,
  example: {},
  async perform({ bucket, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    await byHeaders(session)({ method: 'DELETE' });
    return { data: {} };
  },
});
