/** Which items changed their place among others, as few as explain the new order. */

/**
 * `positions` says where each item stood before, in the order they stand now. The longest run that kept its order is
 * taken to have stayed; the indices of all others are returned.
 */
export function movedIndices(positions: readonly number[]): Set<number> {
  const stayed = longestRise(positions);
  return new Set(positions.flatMap((_position, index) => (stayed.has(index) ? [] : [index])));
}

/** Indices of one longest rising subsequence, by patience sorting: n log n. */
function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, value] of values.entries()) {
    const length = firstAtLeast(tails, (tail) => (values[tail] ?? 0) >= value);
    previous[index] = tails[length - 1];
    tails[length] = index;
  }
  const run = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) run.add(index);
  return run;
}

/** The first place of a sorted list where `reached` holds; its length when it holds nowhere. */
function firstAtLeast(items: readonly number[], reached: (item: number) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(items[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
