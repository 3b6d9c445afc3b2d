/** Which of the known names somebody may have meant. */

/** Longer names are not looked at: nobody mistypes one, and comparing takes time by the square of its length. */
const LONGEST = 100;

/** The known name that is nearest to one that is not known, without regard to case; `undefined` when none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let limit = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const away = distance(wanted, candidate.toLowerCase(), limit);
    if (away < limit) [best, limit] = [candidate, away];
  }
  return best;
}

/** How many letters are left out, added, changed or swapped with the next one; `limit` for all that is not below it. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = nextRow(a, b, row, last, before);
    // No later row is smaller than the smallest of this one.
    if (Math.min(...next) >= limit) return limit;
    [before, last] = [last, next];
  }
  return Math.min(last[b.length] ?? limit, limit);
}

function nextRow(
  a: string,
  b: string,
  row: number,
  last: readonly number[],
  before: readonly number[],
): number[] {
  const next = [row];
  for (let column = 1; column <= b.length; column++) {
    const isSame = a[row - 1] === b[column - 1];
    const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    next.push(
      Math.min(
        cost(last, column) + 1,
        cost(next, column - 1) + 1,
        cost(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? cost(before, column - 2) + 1 : Infinity,
      ),
    );
  }
  return next;
}

function cost(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
