/** What is known when only a part of a flow is to run (architecture 6): no other way to run, only another journal. */
import { runFrom, runOnly, runTo } from '#lib/engine/starts.ts';
import type { Entry, JournalStart, RunPart } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import { placeNames } from '#lib/model/path.ts';
import { copyOutputs } from '#lib/storage/parts.ts';
import type { Database } from '#lib/storage/database.ts';
import { readJournal } from '#lib/storage/executions.ts';

/** Takes over what the earlier execution produced, with its large outputs: it may be deleted later. */
export async function partStart(
  database: Database,
  executionId: string,
  flow: Flow,
  { how, path, earlier }: RunPart,
): Promise<JournalStart> {
  if (how === 'to') return runTo(placeNames(path));
  const entries = earlier === undefined ? [] : await takeOver(database, earlier, executionId);
  return how === 'only' ? runOnly(flow, path, entries) : runFrom(flow, path, entries);
}

async function takeOver(database: Database, from: string, to: string): Promise<Entry[]> {
  const { entries } = await readJournal(database, from);
  const good = entries.filter(({ status }) => status !== 'failed');
  const keys = new Set(good.flatMap(({ apart }) => apart ?? []));
  await copyOutputs(database, from, to, [...keys], PREFIX);
  return good.map((entry) => (entry.apart === undefined ? entry : { ...entry, apart: PREFIX + entry.apart }));
}

/** Keeps their keys apart from those of the execution itself. */
const PREFIX = 'earlier.';
