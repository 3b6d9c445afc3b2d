import { defineAction } from '#lib/connectors/define.ts';
import { file, text } from '#lib/connectors/inputs.ts';
import { contentTypeOf } from '#lib/model/contentType.ts';

/** A file to download: it stays in the result of the step. Only in Sluice. */
export const writeFile = defineAction({
  label: 'Write file',
  description: 'Makes a file that you can download.',
  synonyms: ['download', 'save', 'export', 'csv', 'attachment'],
  pure: true,
  inputs: {
    fileName: text({
      label: 'File name',
      help: 'Its ending says what kind of file it is.',
      placeholder: 'orders.csv',
      required: true,
    }),
    contents: file({ label: 'Contents', help: 'Text, or a file of an earlier step.' }),
    contentType: text({ label: 'Content type', help: 'Empty: as the end of the name says.' }),
  },
  example: { data: 'name,email\n…', contentType: 'text/csv', name: 'contacts.csv' },
  output: 'file',
  view: 'file',
  perform: ({ fileName: name, contents, contentType }) => ({
    data: { data: contents.data.slice().buffer, contentType: contentType || contentTypeOf(name), name },
  }),
});
