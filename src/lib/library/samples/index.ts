/** The built-in samples: documents like any other, run by the same path (ux.md 2.3). */
import type { ActionRef } from '#lib/model/integration.ts';
import type { Companions } from '#lib/storage/integrations.ts';

export interface Sample extends Required<Companions> {
  id: string;
  name: string;
  sentence: string;
  /** The flow as a tiny picture, before its document is loaded. */
  tiles: readonly Pick<ActionRef, 'connector' | 'key'>[];
  /** How long a run takes, in words. */
  time: string;
  /** Reference name of the step with the most interesting output. */
  highlight: string;
  /** The YAML text, loaded when first asked for. */
  load: () => Promise<string>;
}

const order = {
  id: 1042,
  customer: { name: 'Ada Lovelace', email: 'ada@example.com' },
  total: { amount: '182.50', currency: 'EUR' },
  items: [
    { sku: 'BRASS-COG', quantity: 12 },
    { sku: 'PUNCH-CARD', quantity: 250 },
  ],
};

export const samples: readonly Sample[] = [
  {
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
    nextMove: 'Change the amount in the test payload to 20.00 and run again: the order takes the other lane.',
    payloads: [
      {
        flow: 'Order received',
        name: 'Saved sample',
        payload: {
          headers: { 'x-shop-topic': 'orders/create' },
          queryParameters: {},
          body: JSON.stringify(order, null, 2),
          contentType: 'application/json',
        },
      },
    ],
    load: async () => (await import('#lib/library/samples/orderTriage.yaml?raw')).default,
  },
];
