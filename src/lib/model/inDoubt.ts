import type { Entry, JournalStart, Mark } from '#lib/model/execution.ts';
import { pathKey } from '#lib/model/path.ts';

/** The steps that were started and have no end: each needs a decision, unless its own error handling has one. */
export function inDoubt({ entries, marks = [] }: JournalStart): Mark[] {
  const ended = new Map(entries.map((entry) => [pathKey(entry.path), entry]));
  const open = marks.filter((mark) => isOpenMark(mark, ended.get(pathKey(mark.path))));
  return [...new Map(open.map((mark) => [pathKey(mark.path), mark])).values()];
}

/** Whether a step has started since its last entry: one that failed may have been tried again after it. */
export function isOpenMark(mark: Mark, entry: Entry | undefined): boolean {
  return !entry || (entry.status === 'failed' && mark.at > entry.endedAt);
}
