/** Which items of two lists are the same thing: by name first, then by likeness at the same place. */

export interface Pair<T> {
  before: T;
  after: T;
}

export interface Matching<T> {
  /** In the order of the later list. */
  pairs: readonly Pair<T>[];
  added: readonly T[];
  removed: readonly T[];
}

/** How alike two items are that have different names: 0 is not at all, 1 is the same but for the name. */
export type Likeness<T> = (before: T, after: T) => number;

/** Below this, one thing was removed and another one added. */
const alike = 0.5;

/** How far apart two items may stand among those without a partner; keeps a rewritten list from costing its square. */
const reach = 8;

/** Pairs two whole lists. */
export function matchLists<T extends object>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
  likeness: Likeness<T>,
): Matching<T> {
  const partners = new Map(pairByName(before, after, nameOf).map((pair) => [pair.before, pair.after]));
  for (const pair of pairLeftovers(before, after, partners, likeness)) partners.set(pair.before, pair.after);
  const sources = new Map(Array.from(partners, ([was, is]) => [is, was]));
  return {
    pairs: after.flatMap((item) => pairOf(sources.get(item), item)),
    added: after.filter((item) => !sources.has(item)),
    removed: before.filter((item) => !partners.has(item)),
  };
}

/** Of items that share a name in a broken document, the first is paired with the first, and so on. */
export function pairByName<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
): Pair<T>[] {
  const waiting = grouped(before.toReversed(), nameOf);
  return after.flatMap((item) => pairOf(waiting.get(nameOf(item))?.pop(), item));
}

/** Pairs items without a partner that follow the same neighbour in both lists, those that are most alike first. */
export function pairLeftovers<T extends object>(
  before: readonly T[],
  after: readonly T[],
  partners: ReadonlyMap<T, T>,
  likeness: Likeness<T>,
): Pair<T>[] {
  const left = new Set(before.filter((item) => !partners.has(item)));
  if (left.size === 0) return [];
  const [taken, here] = [new Set(partners.values()), new Set(after)];
  const stays = new Set(before.flatMap((item) => partners.get(item) ?? []).filter((item) => here.has(item)));
  const earlier = gaps(before, (item) => {
    const partner = partners.get(item);
    return partner !== undefined && stays.has(partner) ? partner : undefined;
  });
  const later = gaps(after, (item) => (stays.has(item) ? item : undefined));
  return Array.from(earlier).flatMap(([anchor, items]) => {
    const free = (later.get(anchor) ?? []).filter((item) => !taken.has(item));
    return pairGap(
      items.filter((item) => left.has(item)),
      free,
      likeness,
    );
  });
}

/** The items after each anchor and before the next; those before the first one are under `undefined`. */
function gaps<T>(items: readonly T[], anchorOf: (item: T) => T | undefined): Map<T | undefined, T[]> {
  let current: T | undefined;
  return grouped(items, (item) => (current = anchorOf(item) ?? current));
}

/** Those that are the same but for their name find each other before those that are only alike. */
function pairGap<T extends object>(
  before: readonly T[],
  after: readonly T[],
  likeness: Likeness<T>,
): Pair<T>[] {
  const paired = new Set<T>();
  const pairs: Pair<T>[] = [];
  for (const least of after.length > 0 ? [1, alike] : [])
    for (const [index, item] of before.entries()) {
      if (paired.has(item)) continue;
      const other = mostAlike(item, nearest(after, index, paired), likeness, least);
      if (other === undefined) continue;
      paired.add(item).add(other);
      pairs.push({ before: item, after: other });
    }
  return pairs;
}

/** What is free around an index, the nearest first. */
function nearest<T>(items: readonly T[], index: number, taken: ReadonlySet<T>): T[] {
  const start = Math.max(0, index - reach);
  const near = items
    .slice(start, index + reach + 1)
    .map((item, at) => ({ item, far: Math.abs(start + at - index) }));
  return near
    .filter(({ item }) => !taken.has(item))
    .sort((one, other) => one.far - other.far)
    .map(({ item }) => item);
}

function mostAlike<T>(
  item: T,
  candidates: readonly T[],
  likeness: Likeness<T>,
  least: number,
): T | undefined {
  let best: { candidate: T; score: number } | undefined;
  for (const candidate of candidates) {
    const score = likeness(item, candidate);
    if (score >= least && score > (best?.score ?? 0)) best = { candidate, score };
    if (score === 1) break;
  }
  return best?.candidate;
}

/** How much of a whole is there; all of it when there is nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function pairOf<T>(before: T | undefined, after: T): Pair<T>[] {
  return before === undefined ? [] : [{ before, after }];
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
