/** `format FILE`: the file as we write it. */
import { write } from '#lib/yaml/write.ts';
import type { Command } from '../Command.ts';
import { exitCodes } from '../CommandError.ts';
import { deliver, openDocument, writeOption } from '../documents.ts';

export const format: Command = {
  summary: 'Prints a file in the one form that files are written in.',
  usage: 'FILE [--write]',
  files: { least: 1, most: 1 },
  options: writeOption,
  details: 'Keeps everything the file says; a file of an older version is written in version 7.',
  async run(given, io) {
    const [file = ''] = given.files;
    const { integration } = await openDocument(file, io);
    await deliver(write(integration), file, given, io);
    return exitCodes.good;
  },
};
