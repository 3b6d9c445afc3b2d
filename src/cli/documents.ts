/** Files as documents: reading them, saying what is wrong with them, and where a new text goes. */
import type { Integration } from '#lib/model/integration.ts';
import type { Problem } from '#lib/model/problem.ts';
import { read, type Reading } from '#lib/yaml/read.ts';
import type { Arguments, Options } from './Arguments.ts';
import { CommandError, exitCodes } from './CommandError.ts';
import type { Io } from './Io.ts';
import { oneLine } from './oneLine.ts';

/** A file that could be read as an integration. */
export interface OpenedDocument {
  reading: Reading;
  integration: Integration;
}

/** Reads a file, of any version. Throws when it is not there or may not be read; what it says is the reading's matter. */
export async function readDocument(file: string, io: Io): Promise<Reading> {
  return read(await readBytes(file, io));
}

/** Throws `CommandError` when a file is not there or may not be read. */
export async function readBytes(file: string, io: Io): Promise<Uint8Array> {
  return await io.readFile(file).catch((thrown: unknown) => unreadable(file, thrown));
}

/** Writes a file as a whole; throws `CommandError` when that cannot be done. */
export async function writeText(file: string, text: string, io: Io): Promise<void> {
  await io.writeFile(file, text).catch((thrown: unknown) => {
    throw new CommandError(`${fileName(file)} cannot be written: ${reason(thrown)}.`);
  });
}

/** Reads a file that must be an integration; else says each problem and ends with `exitCode`. */
export async function openDocument(
  file: string,
  io: Io,
  exitCode: number = exitCodes.problems,
): Promise<OpenedDocument> {
  const reading = await readDocument(file, io);
  const { integration, problems } = reading;
  if (integration) return { reading, integration };
  for (const problem of problems) io.err(problemLine(file, problem));
  throw new CommandError(`${fileName(file)} cannot be read as an integration.`, exitCode);
}

/** `file:line:column code sentence`. */
export function problemLine(file: string, { code, message, ...place }: Problem): string {
  return placedLine(file, { ...place, message: `${code} ${message}` });
}

/** `file:line:column sentence`; what is about the whole file stands at its start. */
export function placedLine(
  file: string,
  { line = 1, column = 1, message }: { line?: number; column?: number; message: string },
): string {
  return `${oneLine(`${file}:${line}:${column} ${message}`)}\n`;
}

/** For commands that make a new text of a file. */
export const writeOption = {
  write: { values: [], short: 'i', help: 'Write the new text into the file instead of printing it.' },
} as const satisfies Options;

/** Prints the new text of a file, or writes it in place when that was asked for. */
export async function deliver(text: string, file: string, given: Arguments, io: Io): Promise<void> {
  if (!given.has('write')) return io.out(text);
  if (file === '-') throw new CommandError('Standard input cannot be written to: leave --write out.');
  await writeText(file, text, io);
}

function unreadable(file: string, thrown: unknown): never {
  throw new CommandError(`${fileName(file)} cannot be read: ${reason(thrown)}.`);
}

/** How a sentence names a file. */
export function fileName(file: string): string {
  return file === '-' ? 'Standard input' : `The file ${file}`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
};

function reason(thrown: unknown): string {
  const { code = '', message } = thrown as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
