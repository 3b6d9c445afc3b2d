import { jsonPayload, type Sample } from '#lib/library/samples/Sample.ts';

const cog = { id: 'K-1001', title: 'Brass cog, 12 teeth', stock: 40 };
const lever = { id: 'K-1002', title: 'Lever, short', stock: 7 };
const crank = { id: 'K-1003', title: 'Crank handle', stock: 3 };

/** Sample 4 of ux.md 2.3. */
export const acmeErp: Sample = {
  id: 'acme-erp',
  name: 'Acme ERP: three webhooks',
  sentence: 'Three flows that share configuration and one table.',
  tiles: [
    { connector: 'webhook-triggers', key: 'webhook' },
    { connector: 'persist-data', key: 'saveCrossFlowValue' },
    { connector: 'cross-flow', key: 'invokeFlow' },
    { connector: 'outbox', key: 'sendMessage' },
  ],
  time: 'Under 1 s',
  highlight: 'recordsNow',
  load: async () => ({
    text: (await import('#lib/library/samples/acmeErp.yaml?raw')).default,
    companions: {
      nextMove: 'Run the flows “Record updated” and “Record deleted” too: the table then holds two records.',
      nextMoveAt: { flow: 'record-updated' },
      payloads: [
        jsonPayload('Records created', { records: [cog, lever] }),
        jsonPayload('Record updated', crank),
        jsonPayload('Record deleted', { id: lever.id }),
      ],
    },
  }),
};
