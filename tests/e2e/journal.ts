/** What runs left in the database of the browser, where the screen shows only a part of it. */
import type { Page } from '@playwright/test';
import type { Entry, ExecutionStatus } from '#lib/model/execution.ts';
import { placeNames } from '#lib/model/path.ts';
import { unpackEntries } from '#lib/storage/packedEntries.ts';
import type { ExecutionRow, JournalPage, LogPage, OutputRow } from '#lib/storage/rows.ts';

export interface Run {
  id: string;
  flow: string;
  status: ExecutionStatus;
  entries: Entry[];
  /** Messages of its log. */
  log: string[];
}

/** Every run, in the order they began. */
export async function readRuns(page: Page): Promise<Run[]> {
  const executions = await readTable<ExecutionRow>(page, 'executions');
  const journal = await readTable<JournalPage>(page, 'journal');
  const outputs = await readTable<OutputRow>(page, 'outputs');
  const logs = await readTable<LogPage>(page, 'logs');
  const inOrder = executions.toSorted((one, other) => one.startedAt - other.startedAt);
  return inOrder.map(({ id, flow, status }) => ({
    id,
    flow,
    status,
    entries: of(id, journal)
      .flatMap(unpackEntries)
      .map((entry) => withOutput(entry, of(id, outputs))),
    log: of(id, logs).flatMap(({ lines }) => lines.map(({ message }) => message)),
  }));
}

/** What a step produced, each time that it ran. */
export function outputsOf({ entries }: Run, step: string): unknown[] {
  return entries.filter(({ path }) => placeNames(path).at(-1) === step).map(({ output }) => output);
}

function of<T extends { executionId: string }>(id: string, rows: readonly T[]): T[] {
  return rows.filter(({ executionId }) => executionId === id);
}

function withOutput(entry: Entry, outputs: readonly OutputRow[]): Entry {
  if (entry.apart === undefined) return entry;
  return { ...entry, output: outputs.find(({ key }) => key === entry.apart)?.value };
}

async function readTable<T>(page: Page, table: string): Promise<T[]> {
  const rows = await page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve) => {
        indexedDB.open('sluice').onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result);
          };
        };
      }),
    table,
  );
  return rows as T[];
}
