import { defineAction } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';
import { askQuery } from '#lib/connectors/s3/askQuery.ts';
import { noticeInputs, snsTopicArn as topicInput } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { pick } from '#lib/connectors/s3/xml.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Has a topic call an address with each of its notices, once that address has confirmed it (format.md 2.4). */
export const subscribeToTopic = defineAction({
  label: 'Subscribe to SNS topic',
  description: 'Has the notices of a topic sent to an address.',
  lazy: true,
  inputs: {
    ...noticeInputs,
    snsTopicArn: topicInput,
    endpoint: text({
      label: 'Address',
      help: 'Such as the webhook address of a flow that starts with “Notice of a bucket”.',
      required: true,
    }),
  },
  example: { SubscriptionArn: 'pending confirmation' },
  async perform({ snsTopicArn, endpoint, ...account }, context) {
    const [, protocol] = /^(https?):\/\//i.exec(endpoint) ?? [];
    if (protocol === undefined) throw noAddress(endpoint);
    const session = await openSession(account, context, { service: 'sns' });
    const parameters = { TopicArn: snsTopicArn, Protocol: protocol.toLowerCase(), Endpoint: endpoint };
    return { data: pick(await askQuery(session, 'Subscribe', parameters), { SubscriptionArn: String }) };
  },
});

function noAddress(endpoint: string): FailureError {
  return new FailureError({
    code: 'input',
    message: `“${endpoint}” is no address that notices can be sent to.`,
    hint: 'It starts with https:// and can be reached from the internet.',
  });
}
