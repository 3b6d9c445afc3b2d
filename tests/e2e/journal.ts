/** What runs left in the database of the browser, where the screen shows only a part of it. */
import type { Page } from '@playwright/test';
import type { Entry, ExecutionStatus } from '#lib/model/execution.ts';
import { placeNames } from '#lib/model/path.ts';
import type { ExecutionRow, LogPage, OutputRow } from '#lib/storage/rows.ts';
import { readEntries } from '../support/crashJournal.ts';

export interface Run {
  flow: string;
  status: ExecutionStatus;
  entries: Entry[];
  /** Messages of its log. */
  log: string[];
}

/** Every run, in the order they began. */
export async function readRuns(page: Page): Promise<Run[]> {
  const rows = await readTable<ExecutionRow>(page, 'executions');
  const outputs = await readTable<OutputRow>(page, 'outputs');
  const logs = await readTable<LogPage>(page, 'logs');
  const runs = rows
    .toSorted((one, other) => one.startedAt - other.startedAt)
    .map(async ({ id, flow, status }) => {
      const apart = new Map(
        outputs.filter((row) => row.executionId === id).map((row) => [row.key, row.value]),
      );
      const entries = (await readEntries(page, id)).map((entry) =>
        entry.apart === undefined ? entry : { ...entry, output: apart.get(entry.apart) },
      );
      const lines = logs.filter((row) => row.executionId === id).flatMap((row) => row.lines);
      return { flow, status, entries, log: lines.map(({ message }) => message) };
    });
  return await Promise.all(runs);
}

/** What a step produced, each time that it ran. */
export function outputsOf({ entries }: Run, step: string): unknown[] {
  return entries.filter(({ path }) => placeNames(path).at(-1) === step).map(({ output }) => output);
}

async function readTable<T>(page: Page, table: string): Promise<T[]> {
  return (await page.evaluate(
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
  )) as T[];
}
