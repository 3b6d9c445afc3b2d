/**
 * The visible rows of a tree of data: a flat list, from the value and what is open in it. Only what is open is read, so
 * size does not matter; a value that contains itself is named, not followed.
 */
import { jsonChildren } from '#lib/ui/jsonChildren.ts';
import { jsonKind, type JsonKind } from '#lib/ui/jsonKind.ts';

/** Keys from the root down to a value. */
export type JsonPath = readonly (string | number)[];

/** One line of the tree. */
export interface JsonRow {
  /** Unique among the rows, and the same for the same path in another value. The root's is empty. */
  id: string;
  path: JsonPath;
  label: string;
  value: unknown;
  kind: JsonKind;
  /** 1 for the root, as `aria-level` counts. */
  level: number;
  /** Place among its siblings, from 1, and their number. */
  position: number;
  siblings: number;
  /** Undefined for what cannot be opened. */
  open?: boolean;
  /** Path of the value that contains this one and is this one. */
  circular?: JsonPath;
  /** Not a value but "Show n more" of the value at `path`, whose row has this id. */
  more?: { count: number; of: string };
}

/** What is open, and how many parts of a long list are shown (50 where nothing is said). */
export interface JsonView {
  open: ReadonlySet<string>;
  shown?: ReadonlyMap<string, number>;
}

/** How many characters of a key or a text one line shows. */
export const JSON_LINE = 80;

/** How many parts of a list or object are shown at first, and are added by "Show 50 more". */
export const JSON_PAGE = 50;

/** See above. `name` is written before the root. */
export function jsonRows(root: unknown, view: JsonView, name = ''): JsonRow[] {
  const rows: JsonRow[] = [];
  addRow({ id: '', path: [], label: name, value: root, level: 1, position: 1, siblings: 1 }, [], view, rows);
  return rows;
}

/**
 * What is open at first: everything to a depth of two, as long as it makes no more than `limit` rows; what would make
 * more stays shut, the later parts first.
 */
export function jsonFirstOpen(root: unknown, depth = 2, limit = 200): Set<string> {
  const open = new Set<string>();
  let rows = 1;
  let level: { id: string; value: unknown }[] = [{ id: '', value: root }];
  for (let deep = 0; deep < depth; deep++) {
    const next: typeof level = [];
    for (const { id, value } of level) {
      const children = jsonChildren(value);
      if (!children) continue;
      const shown = Math.min(children.count, JSON_PAGE);
      // The root is always opened: a tree of one shut row says nothing.
      const added = children.count > shown ? shown + 1 : shown;
      if (deep > 0 && rows + added > limit) continue;
      rows += added;
      open.add(id);
      for (let index = 0; index < shown; index++) {
        const child = children.at(index);
        next.push({ id: childId(id, child.key), value: child.value });
      }
    }
    level = next;
  }
  return open;
}

type Ancestors = readonly { value: unknown; path: JsonPath }[];

function addRow(row: Omit<JsonRow, 'kind'>, ancestors: Ancestors, view: JsonView, rows: JsonRow[]): void {
  const kind = jsonKind(row.value);
  const same = ancestors.find((ancestor) => ancestor.value === row.value && typeof row.value === 'object');
  if (same && row.value !== null) {
    rows.push({ ...row, kind, circular: same.path });
    return;
  }
  const children = jsonChildren(row.value);
  if (!children || children.count === 0) {
    rows.push({ ...row, kind });
    return;
  }
  const open = view.open.has(row.id);
  rows.push({ ...row, kind, open });
  if (open) addChildren(row, children, [...ancestors, { value: row.value, path: row.path }], view, rows);
}

function addChildren(
  parent: Omit<JsonRow, 'kind'>,
  children: NonNullable<ReturnType<typeof jsonChildren>>,
  ancestors: Ancestors,
  view: JsonView,
  rows: JsonRow[],
): void {
  const shown = Math.min(view.shown?.get(parent.id) ?? JSON_PAGE, children.count);
  const level = parent.level + 1;
  const siblings = children.count;
  for (let index = 0; index < shown; index++) {
    const { key, label, value } = children.at(index);
    const id = childId(parent.id, key);
    const path = [...parent.path, key];
    addRow({ id, path, label, value, level, position: index + 1, siblings }, ancestors, view, rows);
  }
  if (shown === children.count) return;
  const more = { count: Math.min(JSON_PAGE, children.count - shown), of: parent.id };
  // `~m` is no escape that `childId` writes, so this id is no key's.
  const id = `${parent.id}/~more`;
  const { path } = parent;
  rows.push({
    id,
    path,
    label: '',
    value: undefined,
    kind: 'other',
    level,
    position: shown + 1,
    siblings,
    more,
  });
}

/** As a JSON Pointer (RFC 6901). */
function childId(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
