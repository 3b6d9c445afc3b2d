/** What a command is made of. Adding one: a file, and a line in `commands/index.ts`. */
import type { Arguments, Options } from './Arguments.ts';
import type { Io } from './Io.ts';

export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** What follows the command's name: `FILE... [--json]`. */
  usage: string;
  /** How many files it takes, at least and at most. */
  files: { least: number; most: number };
  options: Options;
  /** What help says below the options. */
  details: string;
  /** Resolves to the exit code; throws `CommandError` for what it could not do. */
  run: (given: Arguments, io: Io) => Promise<number>;
}

/** The same for every command that has it. */
export const jsonOption = { json: { values: [], help: 'Print JSON.' } } as const satisfies Options;
