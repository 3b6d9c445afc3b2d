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
import { Summary } from '#lib/model/Summary.ts';
import { countAt, packEntries, unpackEntries, type StoredEntries } from '#lib/storage/packedEntries.ts';
import { packPlaces, unpackPlaces } from '#lib/storage/packedPlaces.ts';
import type { ExecutionRow, StartRow, StateRow } from '#lib/storage/rows.ts';

/** What a recorder has gathered since the last page. */
export interface Pages {
  entries: readonly Entry[];
  marks?: readonly Mark[];
  lines: readonly LogLine[];
  outputs?: readonly { key: string; value: unknown }[];
  /** What the whole execution has come to with this page; left out where the page says enough. */
  places?: readonly PlaceSummary[];
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

/** Adds the next page of journal and log, and what they come to, all or nothing. */
export async function addPages(
  database: Database,
  executionId: string,
  page: number,
  { entries, marks = [], lines, outputs = [], places }: Pages,
): Promise<void> {
  const { journal, logs, summaries, outputs: large } = database;
  const row = { executionId, page };
  const writes: Write[] = [];
  if (entries.length + marks.length > 0)
    writes.push([journal, () => journal.put({ ...row, ...packEntries(entries), marks })]);
  if (outputs.length > 0)
    writes.push([large, () => large.bulkPut(outputs.map((output) => ({ executionId, ...output })))]);
  if (lines.length > 0) writes.push([logs, () => logs.put({ ...row, lines })]);
  if (places)
    writes.push([summaries, () => summaries.put({ executionId, ...packPlaces(places), pages: page + 1 })]);
  await writeAll(database, writes);
}

/** A table, and what is written to it. */
type Write = readonly [table: Table, write: () => PromiseLike<unknown>];

/** Most pages are one row of one table, which is a transaction by itself and takes less time than one of several. */
async function writeAll(database: Database, writes: readonly Write[]): Promise<void> {
  const [first, ...others] = writes;
  if (others.length === 0) return void (await first?.[1]());
  const tables = writes.map(([table]) => table);
  await database.transaction('rw', tables, () => Promise.all(writes.map(([, write]) => write())));
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
    entries: pages.flatMap(unpackEntries),
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
  const row = await database.summaries.get(executionId);
  if (row && !Array.isArray(row.places)) return [];
  const places = row ? unpackPlaces(row) : [];
  if (row && row.pages === undefined) return places;
  const later = await pagesOf(database.journal, executionId, row?.pages).toArray();
  const summary = new Summary(places);
  later.forEach((page) => summary.read(unpackEntries(page), page.marks ?? []));
  return summary.all();
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
  const pages = await pagesOf(database.journal, executionId).primaryKeys();
  // One by one, not by a cursor: Dexie swallows what its callback throws, and a damaged page would look like none.
  for (const number of backwards ? pages.reverse() : pages) {
    const page = await database.journal.get(number);
    const count = page ? countAt(page, key) : 0;
    if (!page || left >= count) left -= count;
    else return await withOutput(database, executionId, entryIn(page, key, backwards ? -left - 1 : left));
  }
  return undefined;
}

/** The entry of the `index`-th time that a page says a place was reached, or from its end. */
function entryIn(page: StoredEntries, key: string, index: number): Entry {
  const entry = unpackEntries(page)
    .filter(({ path }) => placeKey(path) === key)
    .at(index);
  if (entry) return entry;
  throw new Error('A page of the journal is damaged.');
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

function pagesOf<T>(
  table: Table<T, [string, number]>,
  executionId: string,
  first: number = Dexie.minKey,
): Collection<T, [string, number]> {
  return table.where('[executionId+page]').between([executionId, first], [executionId, Dexie.maxKey]);
}
