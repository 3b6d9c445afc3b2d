import { defineAction } from '#lib/connectors/define.ts';
import { file } from '#lib/connectors/inputs.ts';
import { byHeaders } from '#lib/connectors/s3/ask.ts';
import { objectInputs, writtenHeaders, writtenInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { writeObject } from '#lib/connectors/s3/upload/writeObject.ts';

/** Writes an object; above 16 MB in parts, and an upload that was broken off goes on where it was (format.md 2.4). */
export const putObject = defineAction({
  label: 'Put object',
  description: 'Writes an object to a bucket.',
  lazy: true,
  repeatable: true,
  inputs: {
    ...objectInputs,
    fileContents: file({
      label: 'File contents',
      help: 'A file from an earlier step, or text. What is larger than 16 MB is sent in parts.',
      required: true,
    }),
    ...writtenInputs,
  },
  synonyms: ['upload', 'write file', 'save file'],
  example: { ETag: '"9a0364b9e99bb480dd25e1f0284c8555"' },
  async perform({ bucket, objectKey: key, fileContents, acl, tagging, ...account }, context) {
    const session = await openSession(account, context, { bucket });
    const headers = writtenHeaders({ acl, tagging }, fileContents.contentType);
    const upload = { session, send: byHeaders(session), key, bytes: fileContents.data, headers };
    return { data: await writeObject(upload) };
  },
});
