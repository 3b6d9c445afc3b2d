/** The one database of the app, and the guard at its door (browser.md 1.1). */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type {
  AttachmentRow,
  ChunkRow,
  ConfigurationRow,
  DraftRow,
  ExecutionRow,
  IntegrationRow,
  JournalPage,
  KeyRow,
  LogPage,
  OutputRow,
  PayloadRow,
  SecretRow,
  StartRow,
  StateRow,
  SummaryRow,
} from '#lib/storage/rows.ts';

export interface Tables {
  integrations: EntityTable<IntegrationRow, 'id'>;
  drafts: EntityTable<DraftRow, 'integrationId'>;
  payloads: Table<PayloadRow, [string, string, string]>;
  executions: EntityTable<ExecutionRow, 'id'>;
  /** What an execution began with, apart from its row: lists must not load documents. */
  starts: EntityTable<StartRow, 'executionId'>;
  journal: Table<JournalPage, [string, number]>;
  /** Outputs that are too large for their entries: pages of the journal stay quick to read. */
  outputs: Table<OutputRow, [string, string]>;
  logs: Table<LogPage, [string, number]>;
  summaries: EntityTable<SummaryRow, 'executionId'>;
  state: Table<StateRow, [string, string, string]>;
  configurations: EntityTable<ConfigurationRow, 'owner'>;
  keys: EntityTable<KeyRow, 'id'>;
  secrets: Table<SecretRow, [string, string]>;
  attachments: Table<AttachmentRow, [string, string]>;
  chunks: Table<ChunkRow, [string, string, number]>;
}

export type Database = Dexie & Tables;

/** Counts up by one with every change of the tables; a new block below for each, the old ones stay. */
const SCHEMA = 3;

/** Dexie stores its versions times ten. */
const NATIVE_FACTOR = 10;

/** Why the database cannot be used; the page says what to do about each. */
export type DatabaseProblem = 'newer' | 'updated' | 'deleted' | 'closed';

export class DatabaseError extends Error {
  readonly problem: DatabaseProblem;

  constructor(problem: DatabaseProblem) {
    super(sentences[problem]);
    this.name = 'DatabaseError';
    this.problem = problem;
  }
}

const sentences: Record<DatabaseProblem, string> = {
  newer: 'The data in this browser was written by a newer version of Sluice.',
  updated: 'Sluice was updated in another tab.',
  deleted: 'The data of Sluice was deleted in another tab.',
  closed: 'The browser closed the data of Sluice. It may have been cleared.',
};

/**
 * The tables as they are declared; closed until `openDatabase`. `strict` waits for the disk itself, for what people
 * edit; `relaxed` survives the death of the browser but not of the power, for what runs leave behind.
 */
export function createDatabase(durability: 'strict' | 'relaxed', name = 'sluice'): Database {
  const database = new Dexie(name, { autoOpen: false, chromeTransactionDurability: durability }) as Database;
  database.version(1).stores({
    integrations: 'id, name, updatedAt',
    drafts: 'integrationId',
    payloads: '[integrationId+flow+name], integrationId',
    executions: 'id, [integrationId+startedAt], [integrationId+flow+startedAt], status, startedAt',
    starts: 'executionId',
    journal: '[executionId+page]',
    logs: '[executionId+page]',
    summaries: 'executionId',
  });
  database.version(2).stores({
    executions: 'id, [integrationId+startedAt], [integrationId+flow+startedAt], status, startedAt, calledBy',
    outputs: '[executionId+key]',
    state: '[owner+scope+flow]',
  });
  database.version(SCHEMA).stores({
    configurations: 'owner',
    keys: 'id',
    secrets: '[owner+configVar]',
    attachments: '[integrationId+name]',
    chunks: '[integrationId+name+number]',
  });
  return database;
}

/**
 * Opens the database. Throws `DatabaseError` when its data is of a newer version.
 * `onLost` is told when another tab needs it closed: Dexie's own way is to reopen silently, which
 * lets an old tab write old shapes into upgraded tables, so this connection stays closed instead.
 */
export async function openDatabase(
  database: Database,
  onLost: (error: DatabaseError) => void,
): Promise<Database> {
  await refuseNewer(database);
  let reason: DatabaseProblem = 'closed';
  database.on('versionchange', (event) => {
    reason = event.newVersion === null ? 'deleted' : 'updated';
    database.close({ disableAutoOpen: true });
    return false;
  });
  // By the handler above, or by the browser itself: its data was cleared, or WebKit took the connection away.
  database.on('close', () => onLost(new DatabaseError(reason)));
  await database.open();
  return database;
}

/** Asked before opening: Dexie opens a newer database without an error, and adds to it what it misses. */
async function refuseNewer(database: Database): Promise<void> {
  const stored = (await indexedDB.databases()).find(({ name }) => name === database.name);
  if ((stored?.version ?? 0) >= (SCHEMA + 1) * NATIVE_FACTOR) throw new DatabaseError('newer');
}
