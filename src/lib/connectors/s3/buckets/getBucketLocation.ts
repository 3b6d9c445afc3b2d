import { defineAction } from '#lib/connectors/define.ts';
import { askXml } from '#lib/connectors/s3/askXml.ts';
import { bucket as bucketInput, callerInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';

/** The region as text: other actions take it as theirs (format.md 2.4). */
export const getBucketLocation = defineAction({
  label: 'Get bucket location',
  description: 'Tells the region of a bucket.',
  lazy: true,
  inputs: { ...callerInputs, bucket: bucketInput },
  synonyms: ['region'],
  example: 'us-east-1',
  repeatable: true,
  async perform({ bucket, ...account }, context) {
    // Under its own host a bucket answers only those who know its region already.
    const session = await openSession(account, context, { bucket, byPath: true });
    const location = await askXml(session, { method: 'GET', query: { location: '' } });
    const region = typeof location === 'string' ? location : '';
    return { data: oldNames[region] ?? region };
  },
});

const oldNames: Readonly<Partial<Record<string, string>>> = { '': 'us-east-1', EU: 'eu-west-1' };
