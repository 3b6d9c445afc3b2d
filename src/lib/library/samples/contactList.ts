import type { Sample } from '#lib/library/samples/Sample.ts';

/** Sample 2 of ux.md 2.3. */
export const contactList: Sample = {
  id: 'contact-list',
  name: 'Clean a contact list',
  sentence: 'A file in, each row cleaned, a new file out.',
  tiles: [
    { connector: 'webhook-triggers', key: 'webhook' },
    { connector: 'files', key: 'readAttachment' },
    { connector: 'loop', key: 'loopOverItems' },
    { connector: 'collection-tools', key: 'filter' },
    { connector: 'files', key: 'writeFile' },
  ],
  time: 'About 1 s',
  highlight: 'cleanFile',
  load: async () => {
    const [{ default: text }, { default: contacts }] = await Promise.all([
      import('#lib/library/samples/contactList.yaml?raw'),
      import('#lib/library/samples/contacts.csv?raw'),
    ]);
    const data = new TextEncoder().encode(contacts).buffer;
    return {
      text,
      companions: {
        nextMove: 'Open the step “Each contact” and look at its turns: each row was cleaned by itself.',
        nextMoveAt: { step: 'eachContact' },
        attachments: [{ name: 'contacts.csv', contentType: 'text/csv', data }],
      },
    };
  },
};
