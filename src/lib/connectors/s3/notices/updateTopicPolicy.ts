import { defineAction } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';
import { askQuery } from '#lib/connectors/s3/askQuery.ts';
import { bucket as bucketInput, noticeInputs, snsTopicArn as topicInput } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';

/** Lets a bucket publish to a topic, and nobody else (format.md 2.4). */
export const updateTopicPolicy = defineAction({
  label: 'Update SNS topic policy',
  description: 'Allows a bucket to send its notices to a topic.',
  lazy: true,
  inputs: {
    ...noticeInputs,
    bucket: bucketInput,
    snsTopicArn: topicInput,
    bucketOwnerAccountid: text({
      label: 'Account of the bucket’s owner',
      help: 'Twelve digits; “Get current account” tells them.',
      required: true,
    }),
  },
  example: {},
  async perform({ bucket, snsTopicArn, bucketOwnerAccountid, ...account }, context) {
    const session = await openSession(account, context, { service: 'sns' });
    await askQuery(session, 'SetTopicAttributes', {
      TopicArn: snsTopicArn,
      AttributeName: 'Policy',
      AttributeValue: JSON.stringify(policyFor(snsTopicArn, bucket, bucketOwnerAccountid)),
    });
    return { data: {} };
  },
});

function policyFor(topic: string, bucket: string, owner: string): object {
  const mayPublish = {
    Sid: 'bucket-may-publish',
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'SNS:Publish',
    Resource: topic,
    Condition: {
      ArnLike: { 'aws:SourceArn': `arn:aws:s3:*:*:${bucket}` },
      StringEquals: { 'aws:SourceAccount': owner },
    },
  };
  return { Version: '2012-10-17', Statement: [mayPublish] };
}
