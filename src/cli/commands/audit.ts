/** `audit FILE`: what a document would do if it ran. */
import { auditIntegration } from '#lib/model/audit.ts';
import { auditText } from '../auditText.ts';
import { jsonOption, type Command } from '../Command.ts';
import { exitCodes } from '../CommandError.ts';
import { openDocument } from '../documents.ts';
import { loadCatalogue } from '../loadCatalogue.ts';

export const audit: Command = {
  summary: 'Says what a file would do: hosts, code, secrets, triggers, connectors.',
  usage: 'FILE [--json]',
  files: { least: 1, most: 1 },
  options: jsonOption,
  details: 'Nothing of the file is run.',
  async run(given, io) {
    const [file = ''] = given.files;
    const { integration } = await openDocument(file, io);
    const report = auditIntegration(integration, await loadCatalogue());
    io.out(given.has('json') ? `${JSON.stringify(report, null, 2)}\n` : auditText(report));
    return exitCodes.good;
  },
};
