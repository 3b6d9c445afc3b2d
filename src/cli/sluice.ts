/** The program as a function: finds the command, runs it, turns what goes wrong into one sentence. */
import { readArguments, type Options } from './Arguments.ts';
import type { Command } from './Command.ts';
import { CommandError, exitCodes } from './CommandError.ts';
import { commands } from './commands/index.ts';
import { commandHelp, programHelp } from './help.ts';
import type { Io } from './Io.ts';
import { oneLine } from './oneLine.ts';

/** Resolves to the exit code, whatever happens; `words` are those behind the program's name. */
export async function sluice(words: readonly string[], io: Io): Promise<number> {
  try {
    return await runWords(words, io);
  } catch (thrown) {
    io.err(`${oneLine(sentence(thrown))}\n`);
    return thrown instanceof CommandError ? thrown.exitCode : exitCodes.usage;
  }
}

async function runWords([name, ...words]: readonly string[], io: Io): Promise<number> {
  if (name === '--help' || name === '-h') return say(programHelp(commands), io);
  if (name === undefined) throw new CommandError('Say which command: see --help.');
  // Own properties only: a word may be the name of a property that every object has.
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new CommandError(`There is no command “${name}”: see --help.`);
  const given = readArguments(words, { ...command.options, ...help });
  if (given.has('help')) return say(commandHelp(name, command), io);
  checkFiles(name, command, given.files);
  return command.run(given, io);
}

const help: Options = { help: { values: [], short: 'h', help: 'Say what the command does.' } };

function checkFiles(name: string, { files, usage }: Command, given: readonly string[]): void {
  if (given.length < files.least || given.length > files.most)
    throw new CommandError(`Usage: ${name} ${usage}`);
  if (given.filter((file) => file === '-').length > 1)
    throw new CommandError('Standard input can be given only once.');
}

function say(text: string, io: Io): number {
  io.out(text);
  return exitCodes.good;
}

/** What we did not foresee is a fault of ours, and is said to be one. */
function sentence(thrown: unknown): string {
  if (thrown instanceof CommandError) return thrown.message;
  return `Something went wrong that should not: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
}
