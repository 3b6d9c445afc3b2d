import type { Sample } from '#lib/library/samples/Sample.ts';

/** Sample 5 of ux.md 2.3. */
export const whenThingsFail: Sample = {
  id: 'when-things-fail',
  name: 'When things fail',
  sentence: 'Try again, ignore, stop: what a step can do.',
  tiles: [
    { connector: 'webhook-triggers', key: 'webhook' },
    { connector: 'http', key: 'httpGet' },
    { connector: 'change-data-format', key: 'deserializeFromJson' },
    { connector: 'log', key: 'writeLog' },
  ],
  time: 'About 2 s',
  highlight: 'askTheService',
  load: async () => ({
    text: (await import('#lib/library/samples/whenThingsFail.yaml?raw')).default,
    companions: {
      nextMove: 'Run the flow “Wrong address”: it fails, and says where to look.',
      nextMoveAt: { flow: 'wrong-address' },
    },
  }),
};
