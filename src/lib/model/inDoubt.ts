import type { JournalStart, Mark } from '#lib/model/execution.ts';
import { pathKey } from '#lib/model/path.ts';

/** The steps that were started and have no end: each needs a decision, unless its own error handling has one. */
export function inDoubt({ entries, marks = [] }: JournalStart): Mark[] {
  const ended = new Set(entries.map(({ path }) => pathKey(path)));
  const open = marks.filter(({ path }) => !ended.has(pathKey(path)));
  return [...new Map(open.map((mark) => [pathKey(mark.path), mark])).values()];
}
