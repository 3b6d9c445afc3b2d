/** One file: read it, keep it, delete it (format.md 2.4). */
import { defineAction } from '#lib/connectors/define.ts';
import { fileInputs } from '#lib/connectors/googlestorage/inputs.ts';
import { Storage } from '#lib/connectors/googlestorage/Storage.ts';
import { file, text } from '#lib/connectors/inputs.ts';

/** What Google says about a file. */
export const fileExample = {
  kind: 'storage#object',
  name: 'orders/1.xml',
  bucket: 'acme-orders',
  contentType: 'application/xml',
  size: '120',
  updated: '2026-01-01T00:00:00.000Z',
};

export const downloadFile = defineAction({
  label: 'Download file',
  description: 'Reads a file from a bucket.',
  lazy: true,
  repeatable: true,
  inputs: fileInputs,
  example: { data: '<order/>', contentType: 'application/xml' },
  output: 'file',
  perform: async ({ connection, bucketName, fileName }, context) => {
    const storage = await Storage.open(connection, context);
    const path = ['b', bucketName, 'o', fileName];
    return { data: await storage.call('GET', path, { alt: 'media' }, { responseType: 'binary' }) };
  },
});

export const saveFile = defineAction({
  label: 'Save file',
  description: 'Writes a file into a bucket; one of the same name is replaced.',
  lazy: true,
  repeatable: true,
  inputs: {
    ...fileInputs,
    fileContents: file({ label: 'Contents', help: 'Text, or a file of an earlier step.' }),
    contentType: text({ label: 'Content type', help: 'When the contents do not say it themselves.' }),
  },
  example: fileExample,
  synonyms: ['upload', 'write'],
  perform: async ({ connection, bucketName, fileName, fileContents, contentType }, context) => {
    const storage = await Storage.open(connection, context);
    const content = { ...fileContents, contentType: contentType || fileContents.contentType };
    return { data: await storage.upload(bucketName, fileName, content) };
  },
});

export const deleteFile = defineAction({
  label: 'Delete file',
  description: 'Removes a file from a bucket.',
  lazy: true,
  inputs: fileInputs,
  example: null,
  perform: async ({ connection, bucketName, fileName }, context) => {
    const storage = await Storage.open(connection, context);
    return { data: await storage.call('DELETE', ['b', bucketName, 'o', fileName]) };
  },
});
