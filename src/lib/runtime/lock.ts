/** A running execution holds a lock that the browser frees when its tab dies: that tells dead runs from live ones. */
import type { Database } from '#lib/storage/database.ts';
import { runningExecutions, updateExecution } from '#lib/storage/executions.ts';

/** Does the work while holding the execution's lock. */
export async function withRunLock<T>(executionId: string, work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(lockName(executionId), work);
}

/** Marks runs whose tab is gone as interrupted. */
export async function markInterrupted(database: Database): Promise<void> {
  const running = await runningExecutions(database);
  await Promise.all(running.map(({ id }) => markIfDead(database, id)));
}

async function markIfDead(database: Database, executionId: string): Promise<void> {
  await navigator.locks.request(lockName(executionId), { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    // Read again under the lock: it may have ended between the question and here.
    const row = await database.executions.get(executionId);
    if (row?.status === 'running' || row?.status === 'queued')
      await updateExecution(database, executionId, { status: 'interrupted' });
  });
}

function lockName(executionId: string): string {
  return `run:${executionId}`;
}
