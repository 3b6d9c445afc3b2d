import { defineAction } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';

/** A file that travels with the integration. Only in Sluice. */
export const readAttachment = defineAction({
  label: 'Read attachment',
  description: 'Reads a file that is attached to this integration.',
  synonyms: ['file', 'load', 'open', 'upload', 'csv', 'excel'],
  // A file may be replaced between two runs, but reading it changes nothing.
  repeatable: true,
  inputs: {
    name: text({
      label: 'File',
      help: 'Its name, as under Files.',
      placeholder: 'contacts.csv',
      required: true,
    }),
  },
  example: { data: 'name,email\n…', contentType: 'text/csv', name: 'contacts.csv' },
  output: 'file',
  view: 'file',
  perform: async ({ name }, { files }) => ({ data: await files.read(name) }),
});
