import type { Sample } from '#lib/library/samples/Sample.ts';

/** Where the list is in the document; a copy of the sample has the address of this app there. */
const PUBLISHED = 'https://sluice.example';

/** Sample 6 of ux.md 2.3. */
export const todoDigest: Sample = {
  id: 'todo-digest',
  name: 'To-do digest',
  sentence: 'A list over HTTP every morning, one message out.',
  tiles: [
    { connector: 'schedule-triggers', key: 'schedule' },
    { connector: 'http', key: 'httpGet' },
    { connector: 'collection-tools', key: 'filter' },
    { connector: 'liquid-template', key: 'transform' },
    { connector: 'outbox', key: 'sendMessage' },
  ],
  time: 'About 1 s',
  highlight: 'sendTheDigest',
  load: async (origin) => {
    const { default: text } = await import('#lib/library/samples/todoDigest.yaml?raw');
    return {
      text: text.replaceAll(PUBLISHED, origin),
      companions: {
        nextMove: 'Change the template of “Write the digest” and run again.',
        nextMoveAt: { step: 'writeTheDigest' },
      },
    };
  },
};
