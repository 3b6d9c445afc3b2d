/** Changing parts of a document so that all the rest stays the same objects. */

/** Like `map`, but the list itself when nothing in it changed: who holds it need not look again. */
export function mapKept<T>(list: readonly T[], change: (item: T, index: number) => T): readonly T[] {
  return keptList(list, list.map(change));
}

/** The earlier list when the later one holds the same things in the same order. */
export function keptList<T>(earlier: readonly T[], later: readonly T[]): readonly T[] {
  const isSame = earlier.length === later.length && later.every((item, index) => item === earlier[index]);
  return isSame ? earlier : later;
}

/** Changes the first item that fits, and no other: names are unique, but broken documents have some twice. */
export function changeFirst<T>(
  list: readonly T[],
  fits: (item: T) => boolean,
  change: (item: T) => T,
): readonly T[] {
  const found = list.findIndex(fits);
  return mapKept(list, (item, index) => (index === found ? change(item) : item));
}

/** The list without its first item that fits. */
export function withoutFirst<T>(list: readonly T[], fits: (item: T) => boolean): readonly T[] {
  const found = list.findIndex(fits);
  return found < 0 ? list : list.toSpliced(found, 1);
}

/** Puts an item at another place, counted without it. A place outside the list is its nearer end. */
export function movedItem<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const place = Math.max(0, Math.min(to, list.length - 1));
  if (from < 0 || from >= list.length || place === from) return list;
  return list.toSpliced(from, 1).toSpliced(place, 0, list[from] as T);
}

/** Puts items at a place. One outside the list is its nearer end. */
export function insertedAt<T>(list: readonly T[], at: number, ...items: readonly T[]): readonly T[] {
  return items.length === 0 ? list : list.toSpliced(Math.max(0, Math.min(at, list.length)), 0, ...items);
}

/** The object with another value under one key; the object itself when it is the same value. */
export function withKept<T extends object, K extends keyof T>(object: T, key: K, value: T[K]): T {
  return object[key] === value ? object : { ...object, [key]: value };
}
