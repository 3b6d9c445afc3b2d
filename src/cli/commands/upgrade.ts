/** `upgrade FILE`: a file of an older version in version 7, and what that changed. */
import { write } from '#lib/yaml/write.ts';
import { jsonOption, type Command } from '../Command.ts';
import { CommandError, exitCodes } from '../CommandError.ts';
import { deliver, fileName, openDocument, placedLine, writeOption } from '../documents.ts';

export const upgrade: Command = {
  summary: 'Prints a file of an older version in version 7, and lists what changed.',
  usage: 'FILE [--json | --write]',
  files: { least: 1, most: 1 },
  options: { ...jsonOption, ...writeOption },
  details:
    'The changes go to standard error, a line each: file:line:column sentence; with --json both go into { changes, text }.',
  async run(given, io) {
    if (given.has('json') && given.has('write')) throw new CommandError('Choose one of --json and --write.');
    const [file = ''] = given.files;
    const { integration, reading } = await openDocument(file, io);
    const { changes } = reading;
    const text = write(integration);
    if (given.has('json')) {
      io.out(`${JSON.stringify({ changes, text }, null, 2)}\n`);
    } else {
      await deliver(text, file, given, io);
      if (changes.length === 0) io.err(`${fileName(file)} is of version 7 already.\n`);
      for (const change of changes) io.err(placedLine(file, change));
    }
    return exitCodes.good;
  },
};
