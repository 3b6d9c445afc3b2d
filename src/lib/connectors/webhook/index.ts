import { defineConnector } from '#lib/connectors/define.ts';
import { webhook } from '#lib/connectors/webhook/webhook.ts';

/** Triggers that wait for a request (format.md 2.1). */
export const webhookTriggers = defineConnector({
  key: 'webhook-triggers',
  label: 'Webhook',
  description: 'Start a flow with an HTTP request.',
  family: 'trigger',
  icon: 'webhook',
  actions: { webhook },
});
