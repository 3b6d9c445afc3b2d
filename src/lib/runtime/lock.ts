/** A running execution holds a lock that the browser frees when its tab dies: that tells dead runs from live ones. */
import type { Database } from '#lib/storage/database.ts';
import { endIfOpen, runningExecutions } from '#lib/storage/executions.ts';

/** Does the work while holding the execution's lock. */
export async function withRunLock<T>(executionId: string, work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(lockName(executionId), work);
}

/** Marks runs whose tab is gone as interrupted. */
export async function markInterrupted(database: Database): Promise<void> {
  const running = await runningExecutions(database);
  await Promise.all(running.map(({ id }) => markIfDead(database, id, { ifAvailable: true })));
}

/** Waits until whoever runs an execution has ended it or died, then marks it as interrupted if it was left open. */
export async function markWhenDead(
  database: Database,
  executionId: string,
  signal: AbortSignal,
): Promise<void> {
  await markIfDead(database, executionId, { signal });
}

async function markIfDead(database: Database, executionId: string, options: LockOptions): Promise<void> {
  await navigator.locks.request(lockName(executionId), options, async (lock) => {
    if (lock) await endIfOpen(database, executionId, { status: 'interrupted' });
  });
}

function lockName(executionId: string): string {
  return `run:${executionId}`;
}
