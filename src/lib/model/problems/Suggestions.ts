import { nearest } from '#lib/model/nearest.ts';

/** How much is looked at to find fixes for one document: enough for any that a person has made, and none hangs. */
const mostLooks = 300_000;

/** Looks for what somebody meant, as long as that is not too much: every unknown name is held against every known one. */
export class Suggestions {
  #left = mostLooks;

  /** Whether so many things may still be looked at. */
  afford(count: number): boolean {
    this.#left -= count;
    return this.#left >= 0;
  }

  /** `known` gives the names that would do, of no more than `count`. */
  nearest(name: string, count: number, known: () => Iterable<string>): string | undefined {
    return this.afford(count) ? nearest(name, known()) : undefined;
  }
}
