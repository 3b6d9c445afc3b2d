/** Executions that were cut off: what is known of them when they go on. */
import type { Decision, JournalStart } from '#lib/model/execution.ts';
import { pathKey } from '#lib/model/path.ts';
import type { Database } from '#lib/storage/database.ts';
import { listCalled, readJournal } from '#lib/storage/executions.ts';
import type { ExecutionRow, StartRow } from '#lib/storage/rows.ts';

/** Everything an execution begins with when it runs next: its own journal on top of what it was started with. */
export async function readStart(
  database: Database,
  { executionId, journal }: StartRow,
): Promise<JournalStart> {
  const { entries, marks } = await readJournal(database, executionId);
  return {
    ...journal,
    entries: [...(journal?.entries ?? []), ...entries],
    marks: [...(journal?.marks ?? []), ...marks],
  };
}

/** The executions that were cut off among those that steps of this one started. */
export async function listCutOff(database: Database, executionId: string): Promise<ExecutionRow[]> {
  const called = await listCalled(database, executionId);
  return called.filter(({ status }) => status === 'interrupted');
}

/**
 * Queues an execution that was cut off, with what was decided about its steps. Says whether it did: of two tabs that try,
 * only one does, and one that runs or has ended is left alone.
 */
export async function queueAgain(
  database: Database,
  executionId: string,
  decisions: readonly Decision[],
): Promise<boolean> {
  return await database.transaction('rw', database.executions, database.starts, async () => {
    const row = await database.executions.get(executionId);
    if (row?.status !== 'interrupted') return false;
    await decide(database, executionId, decisions);
    await database.executions.update(executionId, {
      status: 'queued',
      failure: undefined,
      endedAt: undefined,
    });
    return true;
  });
}

/** Also goes through the executions that it waits for: they run when it does. */
async function decide(
  database: Database,
  executionId: string,
  decisions: readonly Decision[],
): Promise<void> {
  for (const { id } of await listCutOff(database, executionId)) await decide(database, id, []);
  await database.starts
    .where('executionId')
    .equals(executionId)
    .modify((start) => {
      const earlier = start.journal?.decisions ?? [];
      // Left as it is: without a journal, a run of a part of its flow has yet to find out where it begins.
      if (earlier.length + decisions.length === 0) return;
      const journal = start.journal ?? { entries: [] };
      start.journal = { ...journal, decisions: [...lasting(earlier, decisions), ...decisions] };
    });
}

/** An earlier “run it again” was about that time only: a step that was cut off once more is in doubt once more. */
function lasting(earlier: readonly Decision[], now: readonly Decision[]): Decision[] {
  const decided = new Set(now.map(({ path }) => pathKey(path)));
  return earlier.filter(({ path, what }) => what !== 'runAgain' && !decided.has(pathKey(path)));
}
