/** The journal of an execution, read behind the app's back, and whether what was asked of a service agrees with it. */
import type { Page } from '@playwright/test';
import type { Decision, Entry } from '#lib/model/execution.ts';
import { pathKey } from '#lib/model/path.ts';
import type { JournalPage } from '#lib/storage/rows.ts';
import { unpackEntries } from '#lib/storage/packedEntries.ts';
import { requestOf } from './crashFlow.ts';

/** Every entry, in the order they were written. */
export async function readEntries(page: Page, executionId: string): Promise<Entry[]> {
  const pages = await page.evaluate(
    (id) =>
      new Promise<JournalPage[]>((resolve) => {
        indexedDB.open('sluice').onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const range = IDBKeyRange.bound([id], [id, []]);
          const reading = database.transaction('journal').objectStore('journal').getAll(range);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result as JournalPage[]);
          };
        };
      }),
    executionId,
  );
  return pages.flatMap(unpackEntries);
}

/** What each step produced; not the trigger, which tells one execution from another. */
export function outputsOf(entries: readonly Entry[]): Record<string, unknown> {
  const steps = entries.filter(({ path }) => path[0] !== 'Trigger');
  return Object.fromEntries(steps.map(({ path, output }) => [pathKey(path), output]));
}

/**
 * What the service was asked though the journal knows nothing of it, or not often enough: nothing, when all is well. A
 * request counts once, but for each time that somebody saw its step in doubt, or that its error handling took a time that
 * was cut off for a failure, one may or may not have arrived.
 */
export function disagreements(
  received: readonly string[],
  entries: readonly Entry[],
  decisions: readonly Decision[],
): string[] {
  const expected = new Map(entries.flatMap((entry) => rangeOf(entry, decisions)));
  const paths = new Set([...expected.keys(), ...received]);
  return [...paths].flatMap((path) => {
    const { least, most } = expected.get(path) ?? { least: 0, most: 0 };
    const count = received.filter((one) => one === path).length;
    return count >= least && count <= most ? [] : [`${path}: ${count}, not ${least} to ${most}`];
  });
}

type Range = readonly [path: string, { least: number; most: number }];

function rangeOf({ path, earlier = [] }: Entry, decisions: readonly Decision[]): Range[] {
  const request = requestOf(path);
  if (request === undefined) return [];
  const decided = decisions.filter((decision) => pathKey(decision.path) === pathKey(path));
  const performed = decided.every(({ what }) => what === 'runAgain') ? 1 : 0;
  return [[request, { least: performed, most: performed + decided.length + earlier.length }]];
}
