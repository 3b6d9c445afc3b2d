/** The files of a run: texts and objects of JSON. */
import { CommandError } from '../CommandError.ts';
import { fileName, readBytes } from '../documents.ts';
import type { Io } from '../Io.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Empty when no file was given. Throws `CommandError` for one that is not there or holds no text. */
export async function readText(file: string | undefined, io: Io): Promise<string> {
  if (file === undefined) return '';
  const bytes = await readBytes(file, io);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${fileName(file)} is not text in UTF-8.`);
  }
}

/** Empty when no file was given. Throws `CommandError` for one that holds no object. */
export async function readRecord(file: string | undefined, io: Io): Promise<JsonRecord> {
  if (file === undefined) return {};
  return recordOf(await readText(file, io), file);
}

/** `file` is for the sentence. */
export function recordOf(text: string, file: string): JsonRecord {
  const value = parsed(text, file);
  if (isRecord(value)) return value;
  throw new CommandError(`${fileName(file)} does not hold a JSON object.`);
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new CommandError(`${fileName(file)} is not JSON: ${(thrown as Error).message}.`);
  }
}
