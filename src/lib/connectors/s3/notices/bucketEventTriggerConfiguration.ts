import { defineAction } from '#lib/connectors/define.ts';
import { list, text } from '#lib/connectors/inputs.ts';
import { toText } from '#lib/connectors/reading.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { askXml } from '#lib/connectors/s3/askXml.ts';
import { bucket as bucketInput, noticeInputs, snsTopicArn as topicInput } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { childrenOf, textOf, writeXml, type Xml } from '#lib/connectors/s3/xml.ts';

/** Has a bucket tell a topic what happens in it; what else it tells whom stays as it is (format.md 2.4). */
export const bucketEventTriggerConfiguration = defineAction({
  label: 'Send notices of a bucket',
  description: 'Has a bucket tell a topic when objects are written or deleted.',
  lazy: true,
  inputs: {
    ...noticeInputs,
    bucket: bucketInput,
    snsTopicArn: topicInput,
    eventNotificationName: text({
      label: 'Name',
      help: 'One of this name that is there already is replaced.',
      required: true,
    }),
    eventsList: list({ label: 'Events', help: 'Such as s3:ObjectCreated:*.', required: true }),
    bucketOwnerAccountid: text({ label: 'Account of the bucket’s owner', help: 'Twelve digits.' }),
  },
  synonyms: ['notification', 'events'],
  example: {},
  async perform(
    { bucket, snsTopicArn, eventNotificationName, eventsList, bucketOwnerAccountid, ...account },
    context,
  ) {
    const session = await openSession(account, context, { bucket });
    const query = { notification: '' };
    const owner: Record<string, string> =
      bucketOwnerAccountid === '' ? {} : { 'x-amz-expected-bucket-owner': bucketOwnerAccountid };
    const current = await askXml(session, { method: 'GET', query, headers: owner });
    const added = { Id: eventNotificationName, Topic: snsTopicArn, Event: eventsList.map(toText) };
    const body = writeXml('NotificationConfiguration', withTopic(current, added));
    const headers = { 'content-type': 'application/xml', ...owner };
    await byHeaders(session)({ method: 'PUT', query, headers, body });
    return { data: {} };
  },
});

function withTopic(current: Xml, added: { readonly Id: string; readonly [name: string]: Xml }): Xml {
  const all = typeof current === 'object' && !Array.isArray(current) ? current : {};
  const others = childrenOf(current, 'TopicConfiguration').filter((one) => textOf(one, 'Id') !== added.Id);
  return { ...all, TopicConfiguration: [...others, added] };
}
