import { defineAction } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';
import { askQuery } from '#lib/connectors/s3/askQuery.ts';
import { noticeInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { pick } from '#lib/connectors/s3/xml.ts';

/** A topic that a bucket can send its notices to; one that is there already is found again (format.md 2.4). */
export const createTopic = defineAction({
  label: 'Create SNS topic',
  description: 'Creates a topic for the notices of a bucket.',
  lazy: true,
  inputs: {
    ...noticeInputs,
    name: text({
      label: 'Name',
      help: 'Letters, digits, hyphens and underscores, such as uploads.',
      required: true,
    }),
  },
  example: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:uploads' },
  async perform({ name, ...account }, context) {
    const session = await openSession(account, context, { service: 'sns' });
    return { data: pick(await askQuery(session, 'CreateTopic', { Name: name }), { TopicArn: String }) };
  },
});
