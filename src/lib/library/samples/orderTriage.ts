import { jsonPayload, type Sample } from '#lib/library/samples/Sample.ts';

const order = {
  id: 1042,
  customer: { name: 'Ada Lovelace', email: 'ada@example.com' },
  total: { amount: '182.50', currency: 'EUR' },
  items: [
    { sku: 'BRASS-COG', quantity: 12 },
    { sku: 'PUNCH-CARD', quantity: 250 },
  ],
};

/** Sample 1 of ux.md 2.3. */
export const orderTriage: Sample = {
  id: 'order-triage',
  name: 'Order triage',
  sentence: 'Webhook in, branch on amount, message out.',
  tiles: [
    { connector: 'webhook-triggers', key: 'webhook' },
    { connector: 'collection-tools', key: 'createObject' },
    { connector: 'branch', key: 'branchOnExpression' },
    { connector: 'outbox', key: 'sendMessage' },
  ],
  time: 'Under 1 s',
  highlight: 'askForApproval',
  load: async () => ({
    text: (await import('#lib/library/samples/orderTriage.yaml?raw')).default,
    companions: {
      nextMove:
        'Change the amount in the test payload to 20.00 and run again: the order takes the other lane.',
      payloads: [jsonPayload('Order received', order, { 'x-shop-topic': 'orders/create' })],
    },
  }),
};
