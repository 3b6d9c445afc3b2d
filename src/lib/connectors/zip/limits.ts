/** What may come out of an archive: a small one can hold more than a computer has room for. */
import { overLimit } from '#lib/connectors/format/limits.ts';
import { FailureError } from '#lib/model/failure.ts';

const MEGABYTE = 1024 * 1024;

/** As much as one step may give, and more files than any archive that people make by hand. */
export const limits = { bytes: 64 * MEGABYTE, files: 10_000 } as const;

/** So little at a time that what comes out of it stays small: one byte becomes at most about a thousand. */
const PIECE = 16 * 1024;

/** Counts what comes out of all files of one archive, and keeps it. */
export class Output {
  #bytes = 0;

  /** Throws `limit` when it becomes too much. */
  count(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes <= limits.bytes) return;
    throw overLimit(`More than ${limits.bytes / MEGABYTE} MB would come out of the archive.`);
  }
}

/** In one piece. */
export function joined(pieces: readonly Uint8Array[]): ArrayBuffer {
  const whole = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}

/** Hands bytes to a reader of the library piece by piece. Throws `input` when they are not what it reads. */
export function pushAll(
  stream: { push: (piece: Uint8Array, final: boolean) => void },
  bytes: Uint8Array,
  what: string,
): void {
  for (let at = 0; at < bytes.length; at += PIECE)
    whole(what, () => stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length));
}

/** What the library says of broken bytes, as a sentence. */
export function whole<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof FailureError) throw thrown;
    throw broken(what, String(thrown));
  }
}

export function broken(what: string, detail?: string): FailureError {
  return new FailureError({
    code: 'input',
    message: `This is no ${what}, or a part of it is missing or broken.`,
    hint: 'One with a password cannot be read either.',
    ...(detail !== undefined && { detail }),
  });
}
