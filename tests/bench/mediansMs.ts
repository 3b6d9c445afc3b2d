/** Median times in milliseconds of several works, each run once a round: what else the machine does slows all alike. */
export function mediansMs<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  { rounds = 9, warmUp = 3 } = {},
): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const times = names.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++)
    names.forEach((name, index) => {
      const took = timeMs(works[name]);
      if (round >= 0) times[index]?.push(took);
    });
  return Object.fromEntries(names.map((name, index) => [name, median(times[index] ?? [])])) as Record<
    Name,
    number
  >;
}

function timeMs(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The one in the middle; not a number when there are none. */
export function median(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[times.length >> 1] ?? NaN;
}
