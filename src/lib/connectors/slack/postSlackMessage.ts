import { defineAction, type ActionContext } from '#lib/connectors/define.ts';
import { connection, longText, text } from '#lib/connectors/inputs.ts';
import { filled, notFilledIn } from '#lib/connectors/service/authorization.ts';
import { callService } from '#lib/connectors/service/callService.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';

const hooks = 'https://hooks.slack.com';

/** Posts to an incoming webhook; its address is written down, or held by a connection (format.md 2.4). */
export const postSlackMessage = defineAction({
  label: 'Post message to webhook',
  description: 'Sends a message through an incoming webhook.',
  lazy: true,
  inputs: {
    webhookUrl: text({
      label: 'Webhook URL',
      help: 'Only without a connection.',
      placeholder: `${hooks}/services/…`,
    }),
    connection: connection({ label: 'Connection', help: 'One that holds the webhook URL.' }),
    message: longText({
      label: 'Message',
      help: 'Text; *bold* and _italic_ are shown as such.',
      required: true,
    }),
  },
  example: { text: 'ok' },
  synonyms: ['chat', 'notify', 'send', 'incoming webhook'],
  perform: async ({ webhookUrl, connection, message }, context) => {
    const url = connection ? await heldAddress(connection, context) : written(webhookUrl);
    const call = { service: 'Slack', method: 'POST', url, secret: true, responseType: 'text' };
    const { data } = await callService(context, { ...call, body: { text: message } });
    return { data: { text: data } };
  },
});

async function heldAddress(connection: ConnectionValue, { secrets }: ActionContext): Promise<string> {
  const url = filled(await secrets.open(connection, hooks), 'webhookUrl');
  if (url === '') throw notFilledIn(connection, 'webhook URL');
  // It was opened for this origin only.
  if (!url.startsWith(`${hooks}/`)) throw noAddress(`The connection “${connection.configVarKey}”`);
  return url;
}

function written(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) throw noAddress('“Webhook URL”');
  return url;
}

function noAddress(holder: string): FailureError {
  return new FailureError({
    code: 'input',
    message: `${holder} holds no address of an incoming webhook.`,
    hint: `It begins with ${hooks}/.`,
  });
}
