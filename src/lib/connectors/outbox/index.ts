import { defineConnector } from '#lib/connectors/define.ts';
import { sendMessage } from '#lib/connectors/outbox/sendMessage.ts';

/** A message box of this browser, so that a result is seen without any service. */
export const outbox = defineConnector({
  key: 'outbox',
  label: 'Outbox',
  description: 'Send messages to this screen only.',
  family: 'messages',
  icon: 'send',
  onlyHere: true,
  actions: { sendMessage },
});
