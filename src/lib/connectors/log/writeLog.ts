import { defineAction } from '#lib/connectors/define.ts';
import { choice, longText } from '#lib/connectors/inputs.ts';
import type { LogLevel } from '#lib/model/execution.ts';

const levels = ['debug', 'info', 'warn', 'error'] as const satisfies readonly LogLevel[];

/** Writes a line to the execution's log (format.md 2.1); it has no result. */
export const writeLog = defineAction({
  label: 'Write log',
  description: 'Writes a line to the log of the execution.',
  synonyms: ['print', 'console', 'debug', 'note'],
  // The line is written together with the journal: what is lost is lost with it, and logged again with it.
  pure: true,
  inputs: {
    level: choice({
      label: 'Level',
      help: 'How serious it is: error is the most, debug the least.',
      choices: levels,
      default: 'info',
    }),
    message: longText({
      label: 'Message',
      help: 'Text, or a result of an earlier step, which is written as JSON.',
      required: true,
    }),
  },
  example: null,
  perform: ({ level, message }, { log }) => {
    log(levels.find((known) => known === level) ?? 'info', message);
    return { data: null };
  },
});
