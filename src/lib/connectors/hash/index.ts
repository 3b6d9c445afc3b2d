import { defineConnector } from '#lib/connectors/define.ts';
import { computeHash, computeHmac, functionActions } from '#lib/connectors/hash/compute.ts';
import { hmacWebhookTrigger } from '#lib/connectors/hash/hmacWebhookTrigger.ts';

/** Checksums and signatures (format.md 2.3), and a webhook that checks them (format.md 1.7). */
export const hash = defineConnector({
  key: 'hash',
  label: 'Hash',
  description: 'Compute checksums and signatures.',
  family: 'data',
  icon: 'shield',
  connections: {
    hmacSecretKey: {
      label: 'Secret key',
      help: 'What the sender of signed requests and you know.',
      fields: { secretKey: { label: 'Secret key', secret: true, required: true } },
    },
  },
  actions: { hmacWebhookTrigger, computeHash, computeHmac, ...functionActions },
});
