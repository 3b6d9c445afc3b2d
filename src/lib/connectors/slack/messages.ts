/** Messages to a channel (format.md 2.4). Their inputs are shared, as Slack's own arguments are. */
import { defineAction } from '#lib/connectors/define.ts';
import { anything, connection, longText, text } from '#lib/connectors/inputs.ts';
import { parseJson, wrongShape } from '#lib/connectors/reading.ts';
import { writeSlack } from '#lib/connectors/slack/callSlack.ts';

const example = {
  ok: true,
  channel: 'C024BE91L',
  ts: '1735689600.000100',
  message: { type: 'message', text: 'Order 1 is ready.', ts: '1735689600.000100' },
};

const inputs = {
  connection: connection({ label: 'Connection', help: 'The app that writes.', required: true }),
  channelName: text({ label: 'Channel', required: true, help: 'Its name or its ID.' }),
  username: text({ label: 'Bot name', help: 'Needs the scope chat:write.customize.' }),
  messageId: text({ label: 'Reply to', help: 'The “ts” of a message: this one goes into its thread.' }),
};

interface Values {
  channelName: string;
  username: string;
  messageId: string;
  message: string;
}

export const postMessage = defineAction({
  label: 'Post message',
  description: 'Sends a message to a channel.',
  lazy: true,
  inputs: {
    ...inputs,
    message: longText({
      label: 'Message',
      help: 'Text; *bold* and _italic_ are shown as such.',
      required: true,
    }),
  },
  example,
  synonyms: ['chat', 'notify', 'send'],
  perform: async ({ connection, ...values }, context) => ({
    data: await writeSlack(context, connection, 'chat.postMessage', argumentsOf(values)),
  }),
});

/** Blocks are a list, or an object that holds one as `blocks`. */
export const postBlockMessage = defineAction({
  label: 'Post block message',
  description: 'Sends a message of blocks, such as buttons and sections, to a channel.',
  lazy: true,
  inputs: {
    ...inputs,
    blocks: anything({
      label: 'Blocks',
      required: true,
      help: 'JSON, as Slack’s Block Kit Builder writes it.',
    }),
    message: longText({ label: 'Message', help: 'Shown where blocks cannot be, as in notifications.' }),
  },
  example,
  synonyms: ['chat', 'notify', 'send', 'buttons'],
  perform: async ({ connection, blocks, ...values }, context) => ({
    data: await writeSlack(context, connection, 'chat.postMessage', {
      ...readBlocks(blocks),
      ...argumentsOf(values),
    }),
  }),
});

export const updateMessage = defineAction({
  label: 'Update message',
  description: 'Changes the text of a message that was sent.',
  lazy: true,
  inputs: {
    connection: inputs.connection,
    channelId: text({
      label: 'Channel ID',
      help: 'Such as C024BE91L: “channel” in the result of the step that sent it.',
      required: true,
    }),
    messageId: text({ label: 'Message ID', required: true, help: 'The “ts” of the message.' }),
    message: longText({
      label: 'Message',
      help: 'Text; *bold* and _italic_ are shown as such.',
      required: true,
    }),
  },
  example: { ok: true, channel: 'C024BE91L', ts: '1735689600.000100', text: 'Order 1 is sent.' },
  perform: async ({ connection, channelId, messageId, message }, context) => ({
    data: await writeSlack(context, connection, 'chat.update', {
      channel: channelId,
      ts: messageId,
      text: message,
    }),
  }),
});

function argumentsOf({ channelName, message, username, messageId }: Values): Record<string, unknown> {
  return {
    channel: channelName,
    text: message,
    username: username || undefined,
    thread_ts: messageId || undefined,
  };
}

function readBlocks(value: unknown): object {
  const parsed = parseJson(value);
  if (Array.isArray(parsed)) return { blocks: parsed };
  if (typeof parsed === 'object' && parsed !== null && 'blocks' in parsed) return parsed;
  throw wrongShape('Blocks', 'a list of blocks', value);
}
