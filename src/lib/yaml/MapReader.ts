/** Reads one mapping of a document: asks for the keys it knows, keeps the rest, notes what has the wrong type. */
import type { Extra } from '#lib/model/integration.ts';
import type { DocumentPath, Problem, ProblemCode } from '#lib/model/problem.ts';

/** Where a reader puts what it finds wrong; line and column are added from the path at the end. */
export type Notes = Omit<Problem, 'line' | 'column'>[];

export class MapReader {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #asked = new Set<string>();
  /** Values of known keys that have the wrong type: kept as they were read. */
  readonly #misfits = new Map<string, unknown>();

  readonly path: DocumentPath;
  readonly notes: Notes;

  constructor(value: unknown, path: DocumentPath, notes: Notes) {
    this.path = path;
    this.notes = notes;
    this.#value = isRecord(value) ? value : {};
    if (!isRecord(value)) this.note('type', `${placeName(path)} must be a mapping of keys to values.`, []);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#value, key);
  }

  /** The value as the file has it, without asking for it: it stays among the extra keys. */
  peek(key: string): unknown {
    return this.has(key) ? this.#value[key] : undefined;
  }

  /** Keeps a value that was asked for and did not fit. */
  keep(key: string): void {
    this.#misfits.set(key, this.peek(key));
  }

  /** The value as the file has it. */
  raw(key: string): unknown {
    this.#asked.add(key);
    return this.peek(key);
  }

  /** A text; numbers, booleans and null that a file holds there are kept and read as text. */
  text(key: string, fallback = ''): string {
    const value = this.raw(key);
    if (typeof value === 'string') return value;
    if (value === undefined) return fallback;
    this.#misfits.set(key, value);
    if (typeof value === 'object' && value !== null)
      this.note('type', `“${key}” must be text.`, [key], 'warning');
    return typeof value === 'object' ? fallback : String(value);
  }

  /** A text that must be there and not be empty. */
  required(key: string): string {
    const text = this.text(key);
    if (text === '') this.note('missing', `${placeName(this.path)} needs “${key}”.`, []);
    return text;
  }

  /** Yes or no; anything else is kept and read as the fallback. */
  flag(key: string, fallback: boolean): boolean {
    const value = this.raw(key);
    if (typeof value === 'boolean') return value;
    if (value !== undefined) this.#misfits.set(key, value);
    return fallback;
  }

  /** A list, each item read with its own path; another type is noted and read as empty. */
  list<T>(key: string, read: (item: unknown, path: DocumentPath) => T): T[] {
    const value = this.raw(key);
    if (Array.isArray(value)) return value.map((item, index) => read(item, [...this.path, key, index]));
    if (value === undefined) return [];
    this.#misfits.set(key, value);
    if (value === null) return [];
    this.note('type', `“${key}” must be a list.`, [key]);
    return [];
  }

  /** A mapping under a key, read with its own path. */
  map(key: string): MapReader {
    return new MapReader(this.raw(key), [...this.path, key], this.notes);
  }

  /** The keys of this mapping in the file's order. */
  keys(): string[] {
    return Object.keys(this.#value);
  }

  /** What nobody asked for and what did not fit, or `undefined` when there is none. */
  extra(): Extra | undefined {
    const unasked = Object.entries(this.#value).filter(([key]) => !this.#asked.has(key));
    const kept = [...unasked, ...this.#misfits];
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }

  note(
    code: ProblemCode,
    message: string,
    below: DocumentPath,
    severity: Problem['severity'] = 'error',
  ): void {
    this.notes.push({ code, severity, message, path: [...this.path, ...below] });
  }
}

/** A plain object, not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** "Step 3 of flow 1" would need the whole document; the path's own words are enough here. */
function placeName(path: DocumentPath): string {
  return path.length === 0 ? 'The document' : `“${path.join(' › ')}”`;
}
