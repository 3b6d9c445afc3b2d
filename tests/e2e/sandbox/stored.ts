/** What runs have left in the database of the app, read behind its back. */
import type { Page } from '@playwright/test';
import type { Entry, LogLine } from '#lib/model/execution.ts';
import type { ExecutionRow } from '#lib/storage/rows.ts';

export interface Stored {
  executions: ExecutionRow[];
  /** Long texts and bytes stand as what they are, such as `text of 30000000 characters` and `{ bytes: 3 }`. */
  entries: Entry[];
  lines: LogLine[];
}

/** How many executions there are, and how many of them have not ended. */
export async function countRuns(page: Page): Promise<{ all: number; open: number }> {
  return await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('sluice').onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const reading = database.transaction('executions').objectStore('executions').getAll();
          reading.onsuccess = () => {
            const open = reading.result.filter(({ status }) => status === 'queued' || status === 'running');
            database.close();
            resolve({ all: reading.result.length, open: open.length });
          };
        };
      }),
  );
}

export async function readStored(page: Page): Promise<Stored> {
  const text = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        indexedDB.open('sluice').onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const stores = ['executions', 'journal', 'outputs', 'logs'];
          const reading = database.transaction(stores);
          const rows = stores.map((name) => reading.objectStore(name).getAll());
          reading.oncomplete = () => {
            const [executions, journal, outputs, logs] = rows.map(({ result }) => result);
            const large = new Map(outputs?.map(({ executionId, key, value }) => [executionId + key, value]));
            const entries = journal?.flatMap(({ executionId, entries: some }) =>
              (some as Entry[]).map((entry) =>
                entry.apart === undefined
                  ? entry
                  : { ...entry, output: large.get(executionId + entry.apart) },
              ),
            );
            const lines = logs?.flatMap(({ lines: some }) => some as unknown[]);
            database.close();
            resolve(JSON.stringify({ executions, entries, lines }, short));
          };
        };
        function short(_: string, value: unknown): unknown {
          if (ArrayBuffer.isView(value)) return { bytes: value.byteLength };
          if (typeof value === 'string' && value.length > 10_000) return `text of ${value.length} characters`;
          return value;
        }
      }),
  );
  return JSON.parse(text) as Stored;
}
