/**
 * Times as whole numbers that are short in a text: each counts from the one before it. Nothing is rounded: the steps are
 * those in which a number holds today's milliseconds.
 */

/** In a millisecond: for numbers from 2^40 to 2^41 a finer step does not exist. */
const TICKS_PER_MS = 4096;

/** From one time to the next; `undefined` when the next would not come back as it was. */
export function ticksBetween(before: number, time: number): number | undefined {
  const ticks = time * TICKS_PER_MS - before * TICKS_PER_MS;
  return Number.isSafeInteger(ticks) && Object.is(timeAfter(before, ticks), time) ? ticks : undefined;
}

/** The time that many ticks after another. */
export function timeAfter(before: number, ticks: number): number {
  return (before * TICKS_PER_MS + ticks) / TICKS_PER_MS;
}
