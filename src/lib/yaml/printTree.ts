/** From what is to be written to text: one property per line, two spaces a level, lists indented under their key. */
import type { WrittenNote } from '#lib/model/written.ts';
import { scalarText } from '#lib/yaml/scalarText.ts';
import type { ListTree, MapEntry, MapTree, Tree } from '#lib/yaml/Tree.ts';

const STEP = '  ';

/** The text of a whole document, or of a list of steps. */
export function printTree(tree: MapTree | ListTree): string {
  const lines: string[] = [];
  above(tree.note, '', lines);
  printInside(tree, { last: tree.note?.last }, '', lines);
  return `${lines.join('\n')}\n`;
}

function printEntry({ key, value, note }: MapEntry, indent: string, lines: string[]): void {
  above(note, indent, lines);
  const head = `${indent}${keyText(key)}:`;
  if (value.kind === 'scalar') {
    lines.push(withAfter(`${head} ${scalarText(value.value, value.note, indent + STEP)}`, value.note));
  } else if (isEmpty(value)) {
    lines.push(`${head} ${value.kind === 'list' ? '[]' : '{}'}`);
  } else {
    lines.push(head);
    printInside(value, note, indent + STEP, lines);
  }
}

function printInside(
  tree: ListTree | MapTree,
  note: WrittenNote | undefined,
  indent: string,
  lines: string[],
): void {
  comment(note?.first, indent, lines);
  if (tree.kind === 'map') for (const entry of tree.entries) printEntry(entry, indent, lines);
  else for (const item of tree.items) printItem(item, indent, lines);
  comment(note?.last, indent, lines);
}

function printItem(item: Tree, indent: string, lines: string[]): void {
  above(item.note, indent, lines);
  if (item.kind === 'scalar')
    lines.push(withAfter(`${indent}- ${scalarText(item.value, item.note, indent + STEP)}`, item.note));
  else if (isEmpty(item)) lines.push(`${indent}- ${item.kind === 'list' ? '[]' : '{}'}`);
  else printCompact(item, indent, lines);
}

/** A list or mapping in a list: its first line stands behind the dash, and what stands above that line above the dash. */
function printCompact(item: ListTree | MapTree, indent: string, lines: string[]): void {
  const inner: string[] = [];
  printInside(item, { last: item.note?.last }, indent + STEP, inner);
  const first = inner.findIndex((line) => /^\s*[^\s#]/.test(line));
  for (const line of inner.splice(0, first)) lines.push(line.slice(STEP.length));
  const [start = '', ...rest] = inner;
  lines.push(`${indent}- ${start.slice(indent.length + STEP.length)}`, ...rest);
}

function isEmpty(tree: ListTree | MapTree): boolean {
  return (tree.kind === 'list' ? tree.items : tree.entries).length === 0;
}

/** An empty line at the very top would be no part of the document. */
function above(note: WrittenNote | undefined, indent: string, lines: string[]): void {
  if (note?.blank && lines.length > 0) lines.push('');
  comment(note?.before, indent, lines);
}

function comment(text: string | undefined, indent: string, lines: string[]): void {
  if (text === undefined) return;
  for (const line of text.split('\n')) lines.push(line === '' ? '' : `${indent}#${line.trimEnd()}`);
}

/** A block of text has its comment behind its header. */
function withAfter(text: string, note: WrittenNote | undefined): string {
  if (note?.after === undefined) return text;
  const [head = '', ...block] = text.split('\n');
  return [`${head} #${note.after.replaceAll('\n', ' ').trimEnd()}`, ...block].join('\n');
}

/** A key stands on one line. */
function keyText(key: string): string {
  return scalarText(key, key.includes('\n') ? { style: 'double' } : undefined, '');
}
