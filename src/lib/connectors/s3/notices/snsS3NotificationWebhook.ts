import { defineTrigger, type ActionContext } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';
import { bytesOf, parseJson } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

type Notice = Readonly<Record<string, unknown>>;

/**
 * Started by a topic of SNS, which first asks whether it may: that is confirmed here. Its lanes are `Notification` and
 * `Subscribe`; `body.data` of its result is what the topic sent (format.md 1.7, branching triggers).
 */
export const snsS3NotificationWebhook = defineTrigger({
  label: 'Notice of a bucket',
  description: 'Starts the flow when a topic of SNS tells what happened in a bucket.',
  lazy: true,
  inputs: {
    expectedTopicArn: text({
      label: 'Topic ARN',
      help: 'Notices of other topics are refused; empty to take those of every topic.',
    }),
  },
  synonyms: ['SNS', 'S3 event', 'new file'],
  example: {
    headers: { 'x-amz-sns-message-type': 'Notification' },
    body: { data: { Type: 'Notification', Message: '{"Records":[]}', Subject: 'Amazon S3 Notification' } },
    queryParameters: {},
  },
  async perform({ expectedTopicArn }, context) {
    const notice = noticeIn(context.payload);
    if (expectedTopicArn !== '' && notice.TopicArn !== expectedTopicArn) throw otherTopic(expectedTopicArn);
    const data = { ...(context.payload as object), body: { data: notice } };
    if (notice.Type === 'Notification') return { data, branch: 'Notification' };
    if (notice.Type !== 'SubscriptionConfirmation') throw noNotice();
    await confirm(notice.SubscribeURL, context);
    return { data, branch: 'Subscribe' };
  },
});

/** Topics send JSON as plain text. */
function noticeIn(payload: unknown): Notice {
  const data = fieldOf(fieldOf(payload, 'body'), 'data');
  const bytes = bytesOf(data);
  const notice = parseJson(bytes ? new TextDecoder().decode(bytes) : data);
  if (typeof notice !== 'object' || notice === null || Array.isArray(notice)) throw noNotice();
  return notice as Notice;
}

function fieldOf(value: unknown, name: string): unknown {
  const isOwn = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return isOwn ? (value as Notice)[name] : undefined;
}

const SNS_HOST = /^sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;

/** Anybody may send such a question: no other address than one of SNS itself is called. */
async function confirm(address: unknown, { fetch }: ActionContext): Promise<void> {
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || !SNS_HOST.test(url.host)) throw strangeAddress();
  const request = { url: url.href, method: 'GET', headers: {}, redirect: 'error' as const };
  const { status } = await fetch(request);
  if (status >= 300) throw unconfirmed(status);
}

function noNotice(): FailureError {
  return new FailureError({
    code: 'input',
    message: 'This is neither a notice of SNS nor its question whether it may send some.',
    hint: 'For a test run, save a payload whose body has Type, TopicArn and Message.',
  });
}

function otherTopic(expected: string): FailureError {
  return new FailureError({ code: 'input', message: `This notice is not of the topic ${expected}.` });
}

function strangeAddress(): FailureError {
  return new FailureError({
    code: 'input',
    message: 'The question whether notices may be sent names an address that is none of SNS.',
  });
}

function unconfirmed(status: number): FailureError {
  return new FailureError({
    code: 'remote',
    message: `SNS answered the confirmation with status ${status}.`,
    hint: 'Subscribe to the topic again: a confirmation is valid for three days.',
    retry: status >= 500,
  });
}
