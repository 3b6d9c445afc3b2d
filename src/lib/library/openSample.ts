/** Copies a sample into the workspace, and runs it when asked to. */
import type { Sample } from '#lib/library/samples/Sample.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { importText, type Imported } from '#lib/state/importText.ts';
import { startRun } from '#lib/state/startRun.ts';
import { getDraft } from '#lib/storage/drafts.ts';

/** Where to go next, or what is wrong with the sample's document. */
export type Opened = { integrationId: string; executionId?: string } | Extract<Imported, { row?: undefined }>;

/** Adds a copy of the sample; the copy is named like it, or with a number when that is taken. */
export async function openSample(app: App, sample: Sample, run: boolean): Promise<Opened> {
  const { text, companions } = await sample.load(location.origin);
  const imported = await importText(app, text, companions);
  if (!imported.row) return imported;
  const { id } = imported.row;
  return run ? { integrationId: id, executionId: await runFirstFlow(app, id) } : { integrationId: id };
}

async function runFirstFlow(app: App, integrationId: string): Promise<string | undefined> {
  const document = (await getDraft(app.database, integrationId))?.document;
  const flow = document?.flows[0];
  if (!document || !flow) return undefined;
  return (await startRun(app, { integrationId, document, flow: flow.name })).executionId;
}
