import { defineConnector } from '#lib/connectors/define.ts';
import { readAttachment } from '#lib/connectors/files/readAttachment.ts';
import { writeFile } from '#lib/connectors/files/writeFile.ts';

/** Files that come with an integration, and files that it makes. */
export const files = defineConnector({
  key: 'files',
  label: 'Files',
  description: 'Read attached files, make files to download.',
  family: 'files',
  icon: 'file-text',
  onlyHere: true,
  actions: { readAttachment, writeFile },
});
