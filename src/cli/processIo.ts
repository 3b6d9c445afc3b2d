/** The real world of a command: this process and the file system. */
import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exitCodes } from './CommandError.ts';
import type { Io } from './Io.ts';

export const processIo: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  readFile: (path) => (path === '-' ? standardInput() : readFile(path)),
  writeFile: replaceFile,
  onStop,
};

/**
 * Ctrl+C once asks the program to stop, later again it ends the process. Between them is some time, as npm passes on
 * what the terminal has sent to the program already.
 */
function onStop(stop: () => void): () => void {
  let askedAt: number | undefined;
  const ask = () => {
    if (askedAt !== undefined && performance.now() - askedAt > ECHO_MS) process.exit(exitCodes.problems);
    if (askedAt === undefined) stop();
    askedAt ??= performance.now();
  };
  for (const signal of stopSignals) process.on(signal, ask);
  return () => stopSignals.forEach((signal) => process.off(signal, ask));
}

const ECHO_MS = 500;
const stopSignals = ['SIGINT', 'SIGTERM'] as const;

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Writes beside the file and then takes its place; a link stays a link, and the file keeps its permissions. */
async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch((thrown: NodeJS.ErrnoException) => newFile(path, thrown));
  const mode = await stat(target).then(
    ({ mode }) => mode,
    () => NEW_FILE_MODE,
  );
  const beside = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.chmod(mode & 0o7777);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (thrown) {
    await rm(beside, { force: true });
    throw thrown;
  }
}

/** What is not there yet is made; its folder must be there. */
function newFile(path: string, thrown: NodeJS.ErrnoException): string {
  if (thrown.code !== 'ENOENT') throw thrown;
  return path;
}

const NEW_FILE_MODE = 0o644;
