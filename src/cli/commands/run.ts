/** `run FILE`: runs a flow here, as the designer does in a browser. */
import { jsonOption, type Command } from '../Command.ts';
import { exitCodes } from '../CommandError.ts';
import { openDocument } from '../documents.ts';
import { runOptions } from '../run/runOptions.ts';

export const run: Command = {
  summary: 'Runs a flow of a file, and the flows it starts.',
  usage: 'FILE [--flow NAME] [--payload FILE] [--config FILE] ... [--json]',
  files: { least: 1, most: 1 },
  options: { ...runOptions, ...jsonOption },
  details: [
    'The body is read by its content type: that of --headers, else JSON if it is JSON, else text. Mocks are by name of',
    'the step or by connector/action, as in {"slack/listUsers": {"members": []}}; a list gives one output a call.',
    '--route can be given several times. A state file is read if it exists, and written when the run has ended.',
    'Code runs in QuickJS, 10 seconds a call at most, and reaches nothing but the network, by fetch. Ctrl+C stops the run.',
    'With --json: { flow, outcome, result, failure, steps: [{ path, status, attempts, output, … }], logs, invoked,',
    'state, … }. Exit codes: 0 it succeeded, 1 it failed or was stopped, 2 wrong usage or a file that cannot be read.',
  ].join('\n'),
  async run(given, io) {
    const [file = ''] = given.files;
    const { integration } = await openDocument(file, io, exitCodes.usage);
    // Loaded when a flow is to run: other commands need no engine and no connector.
    const { runFlow } = await import('../run/runFlow.ts');
    return await runFlow(given, integration, io);
  },
};
