/** `diff A B`: what changed between two files, in the words of the domain. */
import { diffIntegrations } from '#lib/model/diff.ts';
import { jsonOption, type Command } from '../Command.ts';
import { exitCodes } from '../CommandError.ts';
import { openDocument } from '../documents.ts';
import { oneLine } from '../oneLine.ts';

export const diff: Command = {
  summary: 'Says what changed between two files.',
  usage: 'BEFORE AFTER [--json]',
  files: { least: 2, most: 2 },
  options: jsonOption,
  details:
    'Exit codes: 0 they mean the same, 1 they differ, 2 wrong usage or a file that cannot be read as an integration.',
  async run(given, io) {
    const [before = '', after = ''] = given.files;
    // One after the other: what is said of the first file comes first.
    const first = await openDocument(before, io, exitCodes.usage);
    const second = await openDocument(after, io, exitCodes.usage);
    const changes = diffIntegrations(first.integration, second.integration);
    if (given.has('json')) io.out(`${JSON.stringify(changes, null, 2)}\n`);
    else for (const { sentence } of changes) io.out(`${oneLine(sentence)}\n`);
    return changes.length === 0 ? exitCodes.good : exitCodes.problems;
  },
};
