/** Chance that can be had again: the same seed gives the same choices. */

export interface Chance {
  seed: number;
  /** A whole number from 0, below `end`. */
  below: (end: number) => number;
  pick: <T>(items: readonly T[]) => T;
}

/** From `SEED`, else from the clock. */
export function createChance(seed = Number(process.env.SEED ?? Date.now() % 1_000_000)): Chance {
  let state = seed;
  function below(end: number): number {
    // A linear congruential generator (Numerical Recipes); its high bits are the good ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  }
  return { seed, below, pick: (items) => items[below(items.length)] as (typeof items)[number] };
}
