/** Starts a test run of a draft's flow. */
import type { RunPart } from '#lib/model/execution.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { LiveRun } from '#lib/state/LiveRun.svelte.ts';
import { testConfiguration } from '#lib/storage/configurations.ts';
import { addExecution, endIfOpen } from '#lib/storage/executions.ts';
import { listPayloads } from '#lib/storage/payloads.ts';

export interface Runnable {
  integrationId: string;
  document: Integration;
  /** Name of the flow. */
  flow: string;
  /** All of it when absent. */
  part?: RunPart;
}

export interface Started {
  executionId: string;
  /** Resolves when it has ended and its row says how. */
  ended: Promise<void>;
}

/** Writes the execution down and sets the worker on it; resolves long before it ends. */
export async function startRun(
  app: App,
  { integrationId, document, flow, part }: Runnable,
): Promise<Started> {
  const executionId = crypto.randomUUID();
  const [saved] = await listPayloads(app.database, integrationId, flow);
  const config = await testConfiguration(app.database, integrationId);
  const start = { document, payload: saved?.payload ?? emptyPayload, config, ...(part && { part }) };
  await addExecution(
    app.database,
    { id: executionId, integrationId, flow, kind: 'test', status: 'queued', startedAt: Date.now() },
    start,
  );
  // When its end cannot be written, the next start of the app marks it as interrupted.
  return { executionId, ended: runHere(app, executionId).catch(() => undefined) };
}

/** Runs an execution that is queued, as one of this tab; resolves when its row says how it ended. */
export async function runHere(app: App, id: string): Promise<void> {
  const live = new LiveRun();
  app.runs.set(id, live);
  const ended = await app.runtime.run(id, (changed) => live.add(changed));
  // The worker writes the end itself; when it could not, the row must not stay "running".
  await endIfOpen(app.database, id, { ...ended, endedAt: Date.now() });
  // Any tab may go on with it: from here on its picture is the one on disk.
  if (ended.status === 'interrupted') app.runs.delete(id);
}
