/**
 * The entries of a page of the journal as they are stored: a long loop's as one short text, because what the browser
 * takes for a row grows with its objects and its letters. Old pages and short ones hold the entries themselves.
 */
import type { Entry } from '#lib/model/execution.ts';
import { placeKey } from '#lib/model/path.ts';
import { fitsJson } from '#lib/storage/fitsJson.ts';
import { Shapes, type Shape } from '#lib/storage/Shapes.ts';
import { ticksBetween, timeAfter } from '#lib/storage/ticks.ts';

export interface StoredEntries {
  /** All of them; beside a text only those that it cannot hold or should not repeat. */
  entries: readonly Entry[];
  /** `Columns` as JSON. */
  text?: string;
  /** A JSON list of places and how many entries of the page each has: most pages need not be read to find an entry. */
  counts?: string;
}

/** Lists that are read side by side, each from its start. */
interface Columns {
  shapes: Shape[];
  /** One for each entry: the number of its shape, or `BESIDE`. */
  shapeOf: number[];
  /** The numbers in the paths. */
  numbers: number[];
  /** Start and end of each entry, from the time before. */
  times: number[];
  outputs: unknown[];
}

/** The next one of `entries`. */
const BESIDE = -1;

/** Fewer are quick either way, and can be read by whoever looks into the database. */
const LEAST_ENTRIES = 100;

/** Longest output in a text: a document that many steps hand on is then kept once a page, as an object. */
const OUTPUT_LENGTH = 1024;

/** The entries as they are to be stored. */
export function packEntries(entries: readonly Entry[]): StoredEntries {
  if (entries.length < LEAST_ENTRIES) return { entries };
  const writer = new ColumnWriter();
  const beside = entries.filter((entry) => !writer.add(entry));
  return { entries: beside, text: JSON.stringify(writer.columns), counts: countsOf(writer.columns, beside) };
}

/** Every entry of a page, in order. Throws when the page is damaged. */
export function unpackEntries({ entries, text }: StoredEntries): Entry[] {
  if (text === undefined) return [...entries];
  const { shapes, shapeOf, ...columns } = JSON.parse(text) as Columns;
  const beside = entries.values();
  const [numbers, times, outputs] = [
    columns.numbers.values(),
    columns.times.values(),
    columns.outputs.values(),
  ];
  let time = 0;
  const nextTime = () => (time = timeAfter(time, take(times)));
  return shapeOf.map((number) => {
    if (number === BESIDE) return take(beside);
    const { path, silent, ...same } = shapes[number] ?? damaged();
    const whole = path.map((part) => (typeof part === 'number' ? take(numbers) : part));
    const [startedAt, endedAt] = [nextTime(), nextTime()];
    return { path: whole, ...same, startedAt, endedAt, output: silent ? undefined : take(outputs) };
  });
}

/** How many entries of a page are of a place. */
export function countAt({ entries, counts }: StoredEntries, key: string): number {
  if (counts === undefined) return entries.filter(({ path }) => placeKey(path) === key).length;
  return new Map(JSON.parse(counts) as [string, number][]).get(key) ?? 0;
}

class ColumnWriter {
  readonly #shapes = new Shapes();
  readonly columns: Columns = { shapes: this.#shapes.all, shapeOf: [], numbers: [], times: [], outputs: [] };
  #time = 0;

  /** `false`: it does not fit and is to be kept beside. */
  add(entry: Entry): boolean {
    const { path, startedAt, endedAt, output } = entry;
    const toStart = ticksBetween(this.#time, startedAt);
    const toEnd = ticksBetween(startedAt, endedAt);
    const fits = toStart !== undefined && toEnd !== undefined && isPlain(entry);
    const { shapeOf, numbers, times, outputs } = this.columns;
    shapeOf.push(fits ? this.#shapes.numberOf(entry) : BESIDE);
    if (!fits) return false;
    times.push(toStart, toEnd);
    this.#time = endedAt;
    for (const part of path) if (typeof part === 'number') numbers.push(part);
    if (output !== undefined) outputs.push(output);
    return true;
  }
}

/** What columns hold of an entry. */
const columned = new Set(['path', 'status', 'branch', 'startedAt', 'endedAt', 'output']);

function isPlain(entry: Entry): boolean {
  for (const key in entry) if (!columned.has(key) && entry[key as keyof Entry] !== undefined) return false;
  return entry.output === undefined || fitsJson(entry.output, OUTPUT_LENGTH);
}

function countsOf({ shapes, shapeOf }: Columns, beside: readonly Entry[]): string {
  const keys = shapes.map(({ path }) => placeKey(path));
  const counts = new Map<string, number>();
  const count = (key = '') => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const number of shapeOf) if (number !== BESIDE) count(keys[number]);
  for (const { path } of beside) count(placeKey(path));
  return JSON.stringify([...counts]);
}

function take<T>(items: Iterator<T>): T {
  const { done, value } = items.next();
  return done ? damaged() : (value as T);
}

function damaged(): never {
  throw new Error('A page of the journal is damaged.');
}
