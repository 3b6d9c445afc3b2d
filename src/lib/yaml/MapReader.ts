/** Reads one mapping of a document: asks for the keys it knows, keeps the rest, notes what has the wrong type. */
import { isMap, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Extra } from '#lib/model/integration.ts';
import type { DocumentPath, Problem, ProblemCode } from '#lib/model/problem.ts';
import type { Written } from '#lib/model/written.ts';
import type { Origin } from '#lib/yaml/Origin.ts';
import { keyText } from '#lib/yaml/keyText.ts';
import { WrittenReader } from '#lib/yaml/WrittenReader.ts';

/** Reads what stands at a node. */
export type ReadNode<T> = (node: unknown, path: DocumentPath, origin: Origin) => T;

export class MapReader {
  readonly path: DocumentPath;
  readonly origin: Origin;
  readonly #node: YAMLMap | undefined;
  readonly #pairs: ReadonlyMap<string, Pair>;
  readonly #asked = new Set<string>();
  /** Values of known keys that have the wrong type: kept as they were read. */
  readonly #misfits = new Set<string>();
  readonly #written: WrittenReader;

  constructor(node: unknown, path: DocumentPath, origin: Origin) {
    this.path = path;
    this.origin = origin;
    this.#node = isMap(node) ? node : undefined;
    this.#pairs = new Map(this.#node?.items.map((pair) => [keyText(pair.key), pair]));
    this.#written = new WrittenReader(this.#node, typeof path.at(-1) !== 'string');
    if (!this.#node) this.note('type', `${placeName(path)} must be a mapping of keys to values.`, []);
  }

  has(key: string): boolean {
    return this.#pairs.has(key);
  }

  /** The value as the file has it, without asking for it: it stays among the extra keys. */
  peek(key: string): unknown {
    return this.origin.data(this.node(key));
  }

  /** The syntax node of a value, without asking for it. */
  node(key: string): unknown {
    return this.#pairs.get(key)?.value;
  }

  /** Keeps a value that was asked for and did not fit. */
  keep(key: string): void {
    if (this.has(key)) this.#misfits.add(key);
  }

  /** The value as the file has it. */
  raw(key: string): unknown {
    this.#asked.add(key);
    return this.peek(key);
  }

  /** A text; numbers, booleans and null that a file holds there are kept and read as text. */
  text(key: string, fallback = ''): string {
    return this.optionalText(key) ?? this.#fallBack(key, fallback);
  }

  /** The same, or `undefined` when the key is not there or holds no text. */
  optionalText(key: string): string | undefined {
    const value = this.raw(key);
    if (typeof value === 'string' || value === undefined) return value;
    this.keep(key);
    if (typeof value === 'object' && value !== null)
      this.note('type', `“${key}” must be text.`, [key], 'warning');
    return typeof value === 'object' ? undefined : String(value);
  }

  /** A text that must be there and not be empty. */
  required(key: string): string {
    const text = this.optionalText(key) ?? '';
    if (text === '') this.note('missing', `${placeName(this.path)} needs “${key}”.`, []);
    return text;
  }

  /** Yes or no; words for them are kept and understood, anything else is kept. */
  flag(key: string): boolean | undefined {
    const value = this.raw(key);
    if (typeof value === 'boolean') return value;
    this.keep(key);
    return value === 'true' ? true : value === 'false' ? false : undefined;
  }

  /** A number; text that holds one is kept and understood, anything else is kept. */
  number(key: string): number | undefined {
    const value = this.raw(key);
    if (typeof value === 'number') return value;
    this.keep(key);
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
    return Number.isFinite(number) ? number : undefined;
  }

  /** A list of nouns; another type is noted and read as empty. */
  list<T>(key: string, read: ReadNode<T>): T[] {
    this.#written.leave(key);
    return this.#items(key, read);
  }

  /** The same where an empty list is written only because the file has one. */
  optionalList<T>(key: string, read: ReadNode<T>): T[] {
    const items = this.list(key, read);
    if (items.length === 0) this.keep(key);
    return items;
  }

  /** A list that holds nouns beside texts and further lists. */
  mixedList<T>(key: string, read: ReadNode<T>): T[] {
    this.#written.leaveMaps(key);
    return this.#items(key, read);
  }

  /** A mapping under a key, read with its own path. What the file says about how it is written is the reader's to keep. */
  map(key: string): MapReader {
    this.#asked.add(key);
    this.#written.leave(key);
    return new MapReader(this.node(key), [...this.path, key], this.origin);
  }

  /** A noun under a key, with its own keys and notes; what is no mapping there is kept as it is. */
  noun<T>(key: string, read: ReadNode<T>): T | undefined {
    if (isMap(this.node(key))) return this.child(key, read);
    this.raw(key);
    this.keep(key);
    return undefined;
  }

  /** Whatever stands under a key, read with its own node and path. */
  child<T>(key: string, read: ReadNode<T>): T {
    this.#asked.add(key);
    this.#written.leave(key);
    return read(this.node(key), [...this.path, key], this.origin);
  }

  /** The keys of this mapping in the file's order. */
  keys(): string[] {
    return [...this.#pairs.keys()];
  }

  /** Marks a key that is always written as one the file leaves out. */
  absent(key: string): void {
    if (!this.has(key)) this.#written.absent(key);
  }

  /** What nobody asked for and what did not fit, or `undefined` when there is none. */
  extra(): Extra | undefined {
    const kept = this.keys().filter((key) => !this.#asked.has(key) || this.#misfits.has(key));
    return kept.length > 0 ? Object.fromEntries(kept.map((key) => [key, this.peek(key)])) : undefined;
  }

  /** Comments, styles and left-out keys of this mapping and all below it that is no noun of its own. */
  written(): Written | undefined {
    return this.#written.notes();
  }

  /** Takes over what another reader, of a mapping inside this one, found: its keys are part of this noun. */
  adopt(key: string, inner: MapReader): void {
    this.#written.adopt(key, inner.written());
  }

  note(
    code: ProblemCode,
    message: string,
    below: DocumentPath,
    severity: Problem['severity'] = 'error',
  ): void {
    const node = below.length > 0 ? this.node(String(below[0])) : this.#node;
    this.origin.note({ code, severity, message, path: [...this.path, ...below] }, node ?? this.#node);
  }

  #items<T>(key: string, read: ReadNode<T>): T[] {
    this.#asked.add(key);
    const node = this.node(key);
    if (isSeq(node)) {
      return node.items.map((item, index) => read(item, [...this.path, key, index], this.origin));
    }
    this.keep(key);
    if (node !== undefined && this.peek(key) !== null) this.note('type', `“${key}” must be a list.`, [key]);
    return [];
  }

  #fallBack(key: string, fallback: string): string {
    this.absent(key);
    return fallback;
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
