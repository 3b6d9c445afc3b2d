/** `edit FILE`: renames that take every reference along. */
import type { Integration } from '#lib/model/integration.ts';
import type { Mention } from '#lib/model/rename.ts';
import { write } from '#lib/yaml/write.ts';
import type { GivenOption } from '../Arguments.ts';
import type { Command } from '../Command.ts';
import { CommandError, exitCodes } from '../CommandError.ts';
import { deliver, openDocument, writeOption } from '../documents.ts';
import { oneLine } from '../oneLine.ts';
import { renames } from '../renames.ts';

export const edit: Command = {
  summary: 'Renames steps, flows and config variables, and all that refers to them.',
  usage: 'FILE --rename-step FLOW OLD NEW ... [--write]',
  files: { least: 1, most: 1 },
  options: { ...renames, ...writeOption },
  details: [
    'Several renames are done in the order they are given. Lines of code that still hold an old name are not',
    'changed; they go to standard error.',
  ].join('\n'),
  async run(given, io) {
    const [file = ''] = given.files;
    if (!given.options.some(({ name }) => name in renames))
      throw new CommandError('Say what to rename: see edit --help.');
    const { integration } = await openDocument(file, io);
    const { edited, mentions } = renameAll(integration, given.options);
    await deliver(write(edited), file, given, io);
    for (const mention of mentions) io.err(mentionLine(mention));
    return exitCodes.good;
  },
};

function renameAll(
  integration: Integration,
  options: readonly GivenOption[],
): { edited: Integration; mentions: Mention[] } {
  const mentions: Mention[] = [];
  let edited = integration;
  for (const { name, values } of options) {
    const renaming = renames[name]?.apply(edited, values);
    if (!renaming) continue; // Another option than a rename.
    edited = renaming.integration;
    mentions.push(...renaming.mentions);
  }
  return { edited, mentions };
}

function mentionLine({ flow, step, input, line, text }: Mention): string {
  return `${oneLine(`${flow} › ${step}, ${input} line ${line}: ${text}`)}\n`;
}
