import type { Decision } from '#lib/model/execution.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { runHere, type Started } from '#lib/state/startRun.ts';
import { LiveRun } from '#lib/state/LiveRun.svelte.ts';
import { queueAgain } from '#lib/storage/interrupted.ts';

/**
 * Goes on with a run that was cut off, from its journal; `decisions` say what becomes of its steps in doubt. Does nothing
 * when it runs already or has ended, here or in another tab. Rejects when the decisions cannot be stored.
 */
export async function resumeRun(
  app: App,
  executionId: string,
  decisions: readonly Decision[] = [],
): Promise<Started> {
  // Before its row says that it goes on: runs that go on elsewhere are followed.
  app.runs.set(executionId, new LiveRun());
  const queued = await queueAgain(app.database, executionId, decisions).catch((error: unknown) => {
    app.runs.delete(executionId);
    throw error;
  });
  if (queued) return { executionId, ended: runHere(app, executionId).catch(() => undefined) };
  app.runs.delete(executionId);
  return { executionId, ended: Promise.resolve() };
}
