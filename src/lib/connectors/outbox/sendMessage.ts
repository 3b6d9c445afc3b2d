import { defineAction } from '#lib/connectors/define.ts';
import { longText, text } from '#lib/connectors/inputs.ts';

/** A message that goes nowhere but the screen: it shows what would have been sent. Only in Sluice. */
export const sendMessage = defineAction({
  label: 'Send message',
  description: 'Puts a message into the local outbox, where you can read it.',
  synonyms: ['email', 'mail', 'notify', 'chat', 'message'],
  inputs: {
    to: text({ label: 'To', help: 'A name or an address; nothing is sent there.' }),
    message: longText({
      label: 'Message',
      help: 'What would be sent, such as “Order 1 is ready.”',
      required: true,
    }),
  },
  example: { to: 'Sales team', message: 'Order 1 is ready.' },
  view: 'message',
  // Nothing leaves: the message is this result.
  pure: true,
  perform: ({ to, message }) => ({ data: { to, message } }),
});
