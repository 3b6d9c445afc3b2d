/**
 * What a key does in a tree (ARIA Authoring Practices, Tree View): arrows, Home, End, Enter, `*` and typing the start of
 * a name. Pure: it says what should happen, the tree does it. Data is read left to right in every language.
 */
export function treeKey(key: string, rows: readonly TreeRow[], at: number): TreeMove {
  const row = rows[at];
  if (!row) return undefined;
  if (key === 'ArrowDown') return focus(rows, at + 1);
  if (key === 'ArrowUp') return focus(rows, at - 1);
  if (key === 'Home') return focus(rows, 0);
  if (key === 'End') return focus(rows, rows.length - 1);
  if (key === 'Enter' || key === ' ') return { do: 'press', at };
  if (key === '*') return { do: 'openSiblings', at };
  if (key === 'ArrowRight') return into(row, rows, at);
  if (key === 'ArrowLeft') return out(row, rows, at);
  return undefined;
}

/** The next row after `at`, around the end, whose name starts with what was typed; undefined when none does. */
export function treeTypeahead(typed: string, rows: readonly TreeRow[], at: number): number | undefined {
  const start = typed.toLocaleLowerCase();
  // A second letter goes on with the row that the first one found.
  const first = typed.length > 1 ? at : at + 1;
  for (let step = 0; step < rows.length; step++) {
    const index = (first + step) % rows.length;
    if (rows[index]?.label.slice(0, 40).toLocaleLowerCase().startsWith(start)) return index;
  }
  return undefined;
}

/** What a tree's rows have in common. */
export interface TreeRow {
  label: string;
  level: number;
  open?: boolean;
}

/** Where the focus goes, or what happens to the row at a place. */
export type TreeMove = { do: 'focus' | 'press' | 'open' | 'close' | 'openSiblings'; at: number } | undefined;

function focus(rows: readonly TreeRow[], at: number): TreeMove {
  return at >= 0 && at < rows.length ? { do: 'focus', at } : undefined;
}

function into(row: TreeRow, rows: readonly TreeRow[], at: number): TreeMove {
  if (row.open === undefined) return undefined;
  return row.open ? focus(rows, at + 1) : { do: 'open', at };
}

function out(row: TreeRow, rows: readonly TreeRow[], at: number): TreeMove {
  if (row.open) return { do: 'close', at };
  for (let above = at - 1; above >= 0; above--) {
    if ((rows[above]?.level ?? 0) < row.level) return focus(rows, above);
  }
  return undefined;
}
