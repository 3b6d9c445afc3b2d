/** Executions: runs of a flow, what they began with, what they did, what they logged. */
import Dexie from 'dexie';
import type { Database } from '#lib/storage/database.ts';
import type { Entry, ExecutionStatus, LogLine } from '#lib/model/execution.ts';
import type { Failure } from '#lib/model/failure.ts';
import type { SavedPayload } from '#lib/model/payload.ts';
import type { Integration } from '#lib/model/integration.ts';

export interface ExecutionRow {
  id: string;
  integrationId: string;
  /** Name of the flow. */
  flow: string;
  /** A test run is of the draft. */
  kind: 'test';
  status: ExecutionStatus;
  /** Milliseconds since 1970. */
  startedAt: number;
  endedAt?: number;
  failure?: Failure;
}

/** Everything needed to run it, and to run it again. */
export interface StartRow {
  executionId: string;
  document: Integration;
  payload: SavedPayload;
  /** Config variable values that differ from the defaults. */
  config: Readonly<Record<string, unknown>>;
}

/** A page of the journal. */
export interface JournalPage {
  executionId: string;
  page: number;
  entries: readonly Entry[];
}

export interface LogPage {
  executionId: string;
  page: number;
  lines: readonly LogLine[];
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
  change: Partial<Pick<ExecutionRow, 'status' | 'endedAt' | 'failure'>>,
): Promise<void> {
  await database.executions.update(id, change);
}

/** The last runs of an integration, newest first. */
export async function listExecutions(
  database: Database,
  integrationId: string,
  limit: number,
): Promise<ExecutionRow[]> {
  return await database.executions
    .where('[integrationId+startedAt]')
    .between([integrationId, Dexie.minKey], [integrationId, Dexie.maxKey])
    .reverse()
    .limit(limit)
    .toArray();
}

/** The newest execution of each integration, by integration. */
export async function lastExecutions(database: Database): Promise<ReadonlyMap<string, ExecutionRow>> {
  const ids = await database.integrations.toCollection().primaryKeys();
  const newest = await Promise.all(ids.map(async (id) => (await listExecutions(database, id, 1))[0]));
  return new Map(newest.flatMap((row) => (row ? [[row.integrationId, row]] : [])));
}

/** Executions of all integrations, newest first. */
export async function recentExecutions(database: Database, limit: number): Promise<ExecutionRow[]> {
  return await database.executions.orderBy('startedAt').reverse().limit(limit).toArray();
}

/** Executions that were running when this was asked. */
export async function runningExecutions(database: Database): Promise<ExecutionRow[]> {
  return await database.executions.where('status').anyOf('queued', 'running').toArray();
}

/** Adds the next page of journal and log in one transaction. */
export async function addPages(
  database: Database,
  executionId: string,
  page: number,
  entries: readonly Entry[],
  lines: readonly LogLine[],
): Promise<void> {
  await database.transaction('rw', database.journal, database.logs, async () => {
    if (entries.length > 0) await database.journal.put({ executionId, page, entries });
    if (lines.length > 0) await database.logs.put({ executionId, page, lines });
  });
}

/** The whole journal of an execution, in the order it was written. */
export async function readJournal(database: Database, executionId: string): Promise<Entry[]> {
  const pages = await database.journal.where('[executionId+page]').between(...pagesOf(executionId)).toArray();
  return pages.flatMap(({ entries }) => entries);
}

/** The whole log of an execution, in the order it was written. */
export async function readLog(database: Database, executionId: string): Promise<LogLine[]> {
  const pages = await database.logs.where('[executionId+page]').between(...pagesOf(executionId)).toArray();
  return pages.flatMap(({ lines }) => lines);
}

function pagesOf(executionId: string): [[string, unknown], [string, unknown]] {
  return [
    [executionId, Dexie.minKey],
    [executionId, Dexie.maxKey],
  ];
}
