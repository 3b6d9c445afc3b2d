/** What is too big or too deep to be read or written in time. */
import { FailureError } from '#lib/model/failure.ts';

/** Deeper data would overflow the stack of a library, which can end the whole thread. */
export const MOST_LEVELS = 500;

export function overLimit(message: string): FailureError {
  return new FailureError({ code: 'limit', message });
}

/**
 * Runs one conversion, and looks at the data it gives. Text that is too deep to be read or would be too long to be made
 * is a `RangeError` in every engine.
 */
export async function withinLimits<T>(format: string, convert: () => T | Promise<T>): Promise<T> {
  try {
    const converted = await convert();
    checkLevels(converted, (value) => Object.values(value));
    return converted;
  } catch (thrown) {
    if (thrown instanceof RangeError) throw overLimit(`The ${format} nests too deep, or is too long.`);
    throw thrown;
  }
}

/** Throws `limit` for what nests deeper than `MOST_LEVELS`; it looks level by level, not by calls. */
export function checkLevels(root: unknown, inside: (value: object) => readonly unknown[]): void {
  let level = [root].filter(isObject);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) throw overLimit(`The data nests deeper than ${MOST_LEVELS} levels.`);
    level = level.flatMap((value) => inside(value).filter(isObject));
  }
}

/** Bytes are one value. */
function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
