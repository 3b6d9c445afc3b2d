/** Starts a test run of a draft's flow. */
import { emptyPayload } from '#lib/model/payload.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { LiveRun } from '#lib/state/LiveRun.svelte.ts';
import { addExecution, updateExecution } from '#lib/storage/executions.ts';
import { listPayloads } from '#lib/storage/payloads.ts';

export interface Runnable {
  integrationId: string;
  document: Integration;
  /** Name of the flow. */
  flow: string;
}

/** Writes the execution down, sets the worker on it and resolves to its id, long before it ends. */
export async function startRun(app: App, { integrationId, document, flow }: Runnable): Promise<string> {
  const id = crypto.randomUUID();
  const [saved] = await listPayloads(app.database, integrationId, flow);
  const start = { document, payload: saved?.payload ?? emptyPayload, config: {} };
  await addExecution(
    app.database,
    { id, integrationId, flow, kind: 'test', status: 'queued', startedAt: Date.now() },
    start,
  );
  // When its end cannot be written, the next start of the app marks it as interrupted.
  finishRun(app, id).catch(() => undefined);
  return id;
}

async function finishRun(app: App, id: string): Promise<void> {
  const live = new LiveRun();
  app.runs.set(id, live);
  const ended = await app.runtime.run(id, (changed) => live.add(changed));
  // The worker writes the end itself; when it could not, the row must not stay "running".
  const row = await app.database.executions.get(id);
  if (row?.status === 'queued' || row?.status === 'running')
    await updateExecution(app.database, id, { ...ended, endedAt: Date.now() });
}
