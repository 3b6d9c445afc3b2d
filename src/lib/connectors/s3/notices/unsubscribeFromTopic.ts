import { defineAction } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';
import { askQuery } from '#lib/connectors/s3/askQuery.ts';
import { noticeInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';

/** Ends what “Subscribe to SNS topic” began. */
export const unsubscribeFromTopic = defineAction({
  label: 'Unsubscribe from SNS topic',
  description: 'Has the notices of a topic no longer sent to an address.',
  lazy: true,
  inputs: {
    ...noticeInputs,
    subscriptionArn: text({
      label: 'Subscription ARN',
      help: 'From “Subscribe to SNS topic”, once the address has confirmed it.',
      required: true,
    }),
  },
  example: {},
  async perform({ subscriptionArn, ...account }, context) {
    const session = await openSession(account, context, { service: 'sns' });
    await askQuery(session, 'Unsubscribe', { SubscriptionArn: subscriptionArn });
    return { data: {} };
  },
});
