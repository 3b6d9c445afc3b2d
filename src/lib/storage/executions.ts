/** Executions: runs of a flow, what they began with, what they did, what they logged. */
import Dexie, { type Collection, type Table } from 'dexie';
import type { Database } from '#lib/storage/database.ts';
import {
  isOpen,
  type Entry,
  type JournalStart,
  type LogLine,
  type Mark,
  type PlaceSummary,
} from '#lib/model/execution.ts';
import { placeKey } from '#lib/model/path.ts';
import type { ExecutionRow, StartRow, StateRow } from '#lib/storage/rows.ts';

/** What a recorder has gathered since the last page; `places` is the whole execution so far. */
export interface Pages {
  entries: readonly Entry[];
  marks?: readonly Mark[];
  lines: readonly LogLine[];
  outputs?: readonly { key: string; value: unknown }[];
  places: readonly PlaceSummary[];
}

/** Writes an execution down before it starts: from here on it can be run by its id alone. */
export async function addExecution(
  database: Database,
  row: ExecutionRow,
  start: Omit<StartRow, 'executionId'>,
): Promise<void> {
  await database.transaction('rw', database.executions, database.starts, async () => {
    await database.executions.add(row);
    await database.starts.add({ ...start, executionId: row.id });
  });
}

/** Adds what a step of another execution starts, unless it was started before: a resumed run asks for it again. */
export async function addCalled(
  database: Database,
  row: ExecutionRow,
  start: Omit<StartRow, 'executionId'>,
): Promise<void> {
  await database.transaction('rw', database.executions, database.starts, async () => {
    if (!(await database.executions.get(row.id))) await addExecution(database, row, start);
  });
}

/** The executions that steps of one execution started, in the order they began. */
export async function listCalled(database: Database, executionId: string): Promise<ExecutionRow[]> {
  return await database.executions.where('calledBy').equals(executionId).sortBy('startedAt');
}

/** Changes what an execution begins with when it runs next: a decision about a step in doubt, that it hung. */
export async function updateStart(
  database: Database,
  executionId: string,
  change: Partial<JournalStart>,
): Promise<void> {
  await database.starts
    .where('executionId')
    .equals(executionId)
    .modify((start) => {
      start.journal = { entries: [], ...start.journal, ...change };
    });
}

/** An execution and its start, or `undefined` when either is gone. */
export async function loadExecution(
  database: Database,
  id: string,
): Promise<{ row: ExecutionRow; start: StartRow } | undefined> {
  const [row, start] = await Promise.all([database.executions.get(id), database.starts.get(id)]);
  return row && start ? { row, start } : undefined;
}

/** Changes what lists show of an execution. */
export async function updateExecution(
  database: Database,
  id: string,
  change: Partial<Pick<ExecutionRow, 'status' | 'startedAt' | 'endedAt' | 'failure'>>,
): Promise<void> {
  await database.executions.update(id, change);
}

/** Ends an execution together with the persisted values it changed: neither is there without the other. */
export async function endExecution(
  database: Database,
  id: string,
  change: Partial<Pick<ExecutionRow, 'status' | 'startedAt' | 'endedAt' | 'failure'>>,
  state: readonly StateRow[],
): Promise<void> {
  await database.transaction('rw', database.executions, database.state, async () => {
    await database.state.bulkPut([...state]);
    await database.executions.update(id, change);
  });
}

/** Ends an execution that is still open, in one transaction; one that has ended in the meantime is left alone. */
export async function endIfOpen(
  database: Database,
  id: string,
  change: Pick<ExecutionRow, 'status' | 'endedAt' | 'failure'>,
): Promise<void> {
  await database.executions
    .where('id')
    .equals(id)
    .and(({ status }) => isOpen(status))
    .modify(change);
}

/** The last runs of a flow, newest first. */
export async function listExecutions(
  database: Database,
  integrationId: string,
  flow: string,
  limit: number,
): Promise<ExecutionRow[]> {
  return await database.executions
    .where('[integrationId+flow+startedAt]')
    .between([integrationId, flow, Dexie.minKey], [integrationId, flow, Dexie.maxKey])
    .reverse()
    .limit(limit)
    .toArray();
}

/** The newest execution of each integration, by integration. */
export async function lastExecutions(database: Database): Promise<ReadonlyMap<string, ExecutionRow>> {
  const ids = await database.integrations.toCollection().primaryKeys();
  const newest = await Promise.all(ids.map((id) => lastExecution(database, id)));
  return new Map(newest.flatMap((row) => (row ? [[row.integrationId, row]] : [])));
}

async function lastExecution(database: Database, integrationId: string): Promise<ExecutionRow | undefined> {
  return await database.executions
    .where('[integrationId+startedAt]')
    .between([integrationId, Dexie.minKey], [integrationId, Dexie.maxKey])
    .last();
}

/** Executions of all integrations, newest first. */
export async function recentExecutions(database: Database, limit: number): Promise<ExecutionRow[]> {
  return await database.executions.orderBy('startedAt').reverse().limit(limit).toArray();
}

/** Executions that were running when this was asked. */
export async function runningExecutions(database: Database): Promise<ExecutionRow[]> {
  return await database.executions.where('status').anyOf('queued', 'running').toArray();
}

/** Adds the next page of journal and log, and what they come to, in one transaction. */
export async function addPages(
  database: Database,
  executionId: string,
  page: number,
  { entries, marks = [], lines, outputs = [], places }: Pages,
): Promise<void> {
  const { journal, logs, summaries, outputs: large } = database;
  await database.transaction('rw', [journal, logs, summaries, large], async () => {
    if (entries.length + marks.length > 0) await journal.put({ executionId, page, entries, marks });
    if (outputs.length > 0) await large.bulkPut(outputs.map((output) => ({ executionId, ...output })));
    if (lines.length > 0) await logs.put({ executionId, page, lines });
    await summaries.put({ executionId, places });
  });
}

/** Everything an execution wrote to its journal, and the number of the next page. Large outputs stay apart. */
export async function readJournal(
  database: Database,
  executionId: string,
): Promise<{ entries: Entry[]; marks: Mark[]; pages: number }> {
  const pages = await pagesOf(database.journal, executionId).toArray();
  const logs = await pagesOf(database.logs, executionId).primaryKeys();
  const last = Math.max(-1, ...pages.map(({ page }) => page), ...logs.map(([, page]) => page));
  return {
    entries: pages.flatMap(({ entries }) => entries),
    marks: pages.flatMap(({ marks = [] }) => marks),
    pages: last + 1,
  };
}

/** An output that is stored apart from its entry. */
export async function readOutput(database: Database, executionId: string, key: string): Promise<unknown> {
  return (await database.outputs.get([executionId, key]))?.value;
}

/** What an execution did at each place of the flow; empty before anything was written. */
export async function readSummary(database: Database, executionId: string): Promise<readonly PlaceSummary[]> {
  const places: unknown = (await database.summaries.get(executionId))?.places;
  return Array.isArray(places) ? (places as PlaceSummary[]) : [];
}

/**
 * The entry of the `index`-th time that a place was reached, from 0, or from the end with -1 for the last; `undefined`
 * when it is not written yet. Pages are read one by one from the nearer end.
 */
export async function findEntry(
  database: Database,
  executionId: string,
  place: readonly string[],
  index: number,
): Promise<Entry | undefined> {
  const key = placeKey(place);
  const backwards = index < 0;
  let left = backwards ? -index - 1 : index;
  const isIt = (entry: Entry) => placeKey(entry.path) === key && left-- === 0;
  const pages = await pagesOf(database.journal, executionId).primaryKeys();
  // One by one, not by a cursor: Dexie swallows what its callback throws, and a damaged page would look like none.
  for (const page of backwards ? pages.reverse() : pages) {
    const entries = (await database.journal.get(page))?.entries ?? [];
    const found = backwards ? entries.findLast(isIt) : entries.find(isIt);
    if (found) return await withOutput(database, executionId, found);
  }
  return undefined;
}

/** The entry with its output, wherever that is stored. */
async function withOutput(database: Database, executionId: string, entry: Entry): Promise<Entry> {
  if (entry.apart === undefined) return entry;
  return { ...entry, output: await readOutput(database, executionId, entry.apart) };
}

/** The lines that were logged at one place of the flow, in the order they were written. */
export async function readLog(
  database: Database,
  executionId: string,
  place: readonly string[],
): Promise<LogLine[]> {
  const key = placeKey(place);
  const pages = await pagesOf(database.logs, executionId).toArray();
  return pages.flatMap(({ lines }) => lines.filter(({ path }) => placeKey(path) === key));
}

function pagesOf<T>(table: Table<T, [string, number]>, executionId: string): Collection<T, [string, number]> {
  const bounds = [Dexie.minKey, Dexie.maxKey].map((end) => [executionId, end]);
  return table.where('[executionId+page]').between(bounds[0], bounds[1]);
}
