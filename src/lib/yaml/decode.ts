/** From the bytes of a file to its text: UTF-8, or UTF-16 as some tools on Windows write it (format.md 1.1). */
import type { Problem } from '#lib/model/problem.ts';

/** The text, or what is wrong when the bytes are none. */
export function decode(bytes: Uint8Array): { text: string } | { problem: Problem } {
  try {
    return { text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    const message = 'The file is no text in UTF-8 or UTF-16.';
    return { problem: { code: 'syntax', severity: 'error', message, path: [] } };
  }
}

/** By its mark, else by the zero that every other byte of plain letters is in UTF-16. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}
