/** Gathers how a mapping is written: comments, empty lines, styles of text and spellings of numbers (`Written`). */
import { isCollection, isMap, isPair, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml';
import type { TextStyle, Written, WrittenNote } from '#lib/model/written.ts';
import { keyText } from '#lib/yaml/keyText.ts';
import { valueText } from '#lib/yaml/scalarText.ts';
import { ownStyle } from '#lib/yaml/textStyle.ts';

type Notes = Record<string, WrittenNote>;

export class WrittenReader {
  readonly #node: YAMLMap | undefined;
  /** Whether it is an item of a list (or the document), so that its comment stands above it, not below its key. */
  readonly #isItem: boolean;
  /** Keys whose values keep their own notes. */
  readonly #left = new Set<string>();
  /** Keys whose values are lists that hold nouns beside texts and further lists. */
  readonly #mixed = new Set<string>();
  readonly #notes: Notes = {};

  constructor(node: YAMLMap | undefined, isItem: boolean) {
    this.#node = node;
    this.#isItem = isItem;
  }

  /** What is below this key is somebody else's to note. */
  leave(key: string): void {
    this.#left.add(key);
  }

  /** Of the list below this key only the mappings are somebody else's to note. */
  leaveMaps(key: string): void {
    this.#left.add(key);
    this.#mixed.add(key);
  }

  absent(key: string): void {
    this.#notes[key] = { absent: true };
  }

  adopt(key: string, inner: Written | undefined): void {
    for (const [path, note] of Object.entries(inner ?? {}))
      if (path === '') merge(this.#notes, key, note);
      else merge(this.#notes, `${key}.${path}`, note);
  }

  notes(): Written | undefined {
    if (this.#node) collectMap(this.#node, '', this.#notes, this.#left);
    for (const key of this.#mixed) collectLists(this.#node?.get(key), key, this.#notes);
    if (this.#node && this.#isItem) merge(this.#notes, '', itemNote(this.#node));
    return Object.keys(this.#notes).length > 0 ? this.#notes : undefined;
  }
}

/** Notes of a node and of everything below it, by path; for values that are no nouns. */
function collect(node: unknown, path: string, notes: Notes): void {
  if (isMap(node)) collectMap(node, path, notes);
  else if (isSeq(node)) node.items.forEach((item, index) => collectItem(item, join(path, index), notes));
}

/** The notes of a list item: its own, and all below it. */
function collectItem(item: unknown, path: string, notes: Notes): void {
  merge(notes, path, isCollection(item) ? itemNote(item) : isScalar(item) ? scalarItemNote(item) : {});
  collect(item, path, notes);
}

/** Texts and lists inside a list, but no mappings. */
function collectLists(list: unknown, path: string, notes: Notes): void {
  if (!isSeq(list)) return;
  list.items.forEach((item, index) => {
    const at = join(path, index);
    if (isScalar(item)) merge(notes, at, scalarItemNote(item));
    if (isSeq(item)) merge(notes, at, itemNote(item));
    collectLists(item, at, notes);
  });
}

const nothing: ReadonlySet<string> = new Set();

function collectMap(map: YAMLMap, path: string, notes: Notes, left = nothing): void {
  for (const pair of map.items) {
    if (!isPair(pair)) continue;
    const key = keyText(pair.key);
    const at = join(path, key);
    merge(notes, at, keyNote(pair.key));
    const value: unknown = pair.value;
    if (isScalar(value)) merge(notes, at, scalarNote(value));
    else if (isCollection(value)) merge(notes, at, insideNote(value));
    if (!left.has(key)) collect(value, at, notes);
  }
}

function keyNote(key: unknown): WrittenNote {
  if (!isScalar(key) || !(key.commentBefore || key.spaceBefore)) return {};
  return { ...comment('before', key.commentBefore), ...(key.spaceBefore && { blank: true as const }) };
}

/** Of a list or mapping that is itself an item of a list: its comment stands above it. */
function itemNote(node: {
  commentBefore?: string | null;
  comment?: string | null;
  spaceBefore?: boolean;
}): WrittenNote {
  return {
    ...comment('before', node.commentBefore),
    ...comment('last', node.comment),
    ...(node.spaceBefore && { blank: true as const }),
  };
}

/** Of a list or mapping that is the value of a key: its comment stands below the key. */
function insideNote(node: { commentBefore?: string | null; comment?: string | null }): WrittenNote {
  return { ...comment('first', node.commentBefore), ...comment('last', node.comment) };
}

function scalarItemNote(node: Scalar): WrittenNote {
  return {
    ...scalarNote(node),
    ...comment('before', node.commentBefore),
    ...(node.spaceBefore && { blank: true as const }),
  };
}

function scalarNote(node: Scalar): WrittenNote {
  const { value, comment: after, commentBefore, type, source } = node;
  const note: WrittenNote = { ...comment('after', after), ...comment('before', commentBefore) };
  if (typeof value === 'string') {
    const style = styles[type ?? ''];
    if (style && style !== ownStyle(value)) note.style = style;
  } else if (type === 'PLAIN' && source !== undefined && source !== valueText(value)) {
    note.source = source;
  }
  return note;
}

const styles: Readonly<Record<string, TextStyle | undefined>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function comment(where: 'before' | 'after' | 'first' | 'last', text: string | null | undefined): WrittenNote {
  return text ? { [where]: text } : {};
}

function merge(notes: Notes, path: string, note: WrittenNote): void {
  if (Object.keys(note).length > 0) notes[path] = { ...notes[path], ...note };
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}
