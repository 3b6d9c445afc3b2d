/** The edits of a document as a line that can be walked back and forth. */
import { checkDocument } from '#lib/model/check.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { Edit, History } from '#lib/storage/drafts.ts';

/** Kept while the page is open, and kept on disk (ux.md D-63). */
const MOST_OPEN = 500;
const MOST_STORED = 50;

/** A document and the way to it. */
export interface Point {
  document: Integration;
  history: History;
}

/** The point after an edit; what was undone before it cannot be done again. */
export function record({ document, history }: Point, label: string, edited: Integration): Point {
  const past = [...history.past, { label, document }].slice(-MOST_OPEN);
  return { document: edited, history: { past, future: [] } };
}

/** The point before the last edit; the same when there is none. */
export function stepBack(point: Point): Point {
  const edit = point.history.past.at(-1);
  if (!edit) return point;
  const { past, future } = point.history;
  return {
    document: edit.document,
    history: {
      past: past.slice(0, -1),
      future: [...future, { label: edit.label, document: point.document }],
    },
  };
}

/** The point after the edit that was undone last; the same when there is none. */
export function stepForward(point: Point): Point {
  const edit = point.history.future.at(-1);
  if (!edit) return point;
  const { past, future } = point.history;
  return {
    document: edit.document,
    history: {
      past: [...past, { label: edit.label, document: point.document }],
      future: future.slice(0, -1),
    },
  };
}

/** What of it is stored: the edits nearest to the document. */
export function nearest({ past, future }: History): History {
  return { past: past.slice(-MOST_STORED), future: future.slice(-MOST_STORED) };
}

/** What of a stored history can be used: storage can be damaged, and behind a damaged edit nothing can be reached. */
export function soundHistory(stored: unknown): History {
  const { past, future } = (stored ?? {}) as Partial<Record<keyof History, unknown>>;
  return { past: soundEdits(past), future: soundEdits(future) };
}

function soundEdits(edits: unknown): Edit[] {
  if (!Array.isArray(edits)) return [];
  return edits.slice(edits.findLastIndex((edit) => !isSound(edit)) + 1) as Edit[];
}

function isSound(edit: unknown): boolean {
  const { label, document } = (edit ?? {}) as Partial<Record<keyof Edit, unknown>>;
  return typeof label === 'string' && checkDocument(document).length === 0;
}
