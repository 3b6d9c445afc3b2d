/** Changes of a list whose items have names: which came, went, moved, or are called otherwise now. */
import { quoted, type Change } from '#lib/model/diff/change.ts';
import type { Pair } from '#lib/model/diff/match.ts';
import { movedIndices } from '#lib/model/diff/moved.ts';

/** How items of a list are told about. */
export interface Naming<T> {
  /** Starts a sentence: "Config variable". */
  label: string;
  noun: Change['noun'];
  nameOf: (item: T) => string;
  placeOf: (item: T) => Change['place'];
}

/** One change for each item that moved: `Flow “Orders” moved after “Returns”`. */
export function orderChanges<T>(
  before: readonly T[],
  after: readonly T[],
  pairs: readonly Pair<T>[],
  naming: Naming<T>,
): Change[] {
  const positions = new Map(before.map((item, index) => [item, index]));
  const moved = movedIndices(pairs.map((pair) => positions.get(pair.before) ?? 0));
  return pairs
    .filter((_pair, index) => moved.has(index))
    .map(({ after: item }) => movedChange(item, after[after.indexOf(item) - 1], naming));
}

/** `Flow “Orders” added`. */
export function itemChange<T>(kind: 'added' | 'removed', item: T, naming: Naming<T>): Change {
  const sentence = `${naming.label} ${quoted(naming.nameOf(item))} ${kind}`;
  return { kind, noun: naming.noun, sentence, place: naming.placeOf(item) };
}

/** Nothing when the name is the same. */
export function renameChanges<T>({ before, after }: Pair<T>, naming: Naming<T>): Change[] {
  const [was, is] = [naming.nameOf(before), naming.nameOf(after)];
  if (was === is) return [];
  const sentence = `${naming.label} ${quoted(was)} renamed to ${quoted(is)}`;
  return [
    { kind: 'renamed', noun: naming.noun, sentence, place: naming.placeOf(after), before: was, after: is },
  ];
}

function movedChange<T>(item: T, previous: T | undefined, naming: Naming<T>): Change {
  const where = previous === undefined ? 'to the start' : `after ${quoted(naming.nameOf(previous))}`;
  const sentence = `${naming.label} ${quoted(naming.nameOf(item))} moved ${where}`;
  return { kind: 'moved', noun: naming.noun, sentence, place: naming.placeOf(item) };
}
