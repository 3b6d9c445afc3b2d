/** Starts a test run of a draft's flow. */
import { emptyPayload } from '#lib/model/payload.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { LiveRun } from '#lib/state/LiveRun.svelte.ts';
import { addExecution, endIfOpen } from '#lib/storage/executions.ts';
import { listPayloads } from '#lib/storage/payloads.ts';

export interface Runnable {
  integrationId: string;
  document: Integration;
  /** Name of the flow. */
  flow: string;
}

export interface Started {
  executionId: string;
  /** Resolves when it has ended and its row says how. */
  ended: Promise<void>;
}

/** Writes the execution down and sets the worker on it; resolves long before it ends. */
export async function startRun(app: App, { integrationId, document, flow }: Runnable): Promise<Started> {
  const executionId = crypto.randomUUID();
  const [saved] = await listPayloads(app.database, integrationId, flow);
  const start = { document, payload: saved?.payload ?? emptyPayload, config: {} };
  await addExecution(
    app.database,
    { id: executionId, integrationId, flow, kind: 'test', status: 'queued', startedAt: Date.now() },
    start,
  );
  // When its end cannot be written, the next start of the app marks it as interrupted.
  return { executionId, ended: finishRun(app, executionId).catch(() => undefined) };
}

async function finishRun(app: App, id: string): Promise<void> {
  const live = new LiveRun();
  app.runs.set(id, live);
  const ended = await app.runtime.run(id, (changed) => live.add(changed));
  // The worker writes the end itself; when it could not, the row must not stay "running".
  await endIfOpen(app.database, id, { ...ended, endedAt: Date.now() });
}
