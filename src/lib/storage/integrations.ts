/** Integrations: what lists show. The document itself is the draft's. */
import { saveAttachment, type Attachment } from '#lib/storage/attachments.ts';
import type { Database } from '#lib/storage/database.ts';
import type { SavedPayload } from '#lib/model/payload.ts';
import type { Integration } from '#lib/model/integration.ts';
import { freeName } from '#lib/model/name.ts';
import type { IntegrationRow } from '#lib/storage/rows.ts';

/** What comes with a new integration besides its document. */
export interface Companions {
  payloads?: readonly NewPayload[];
  attachments?: readonly Attachment[];
  nextMove?: string;
  nextMoveAt?: IntegrationRow['nextMoveAt'];
}

export interface NewPayload {
  flow: string;
  name: string;
  payload: SavedPayload;
}

/** Adds an integration with its first draft, in one transaction; a taken name gets a number. */
export async function addIntegration(
  database: Database,
  document: Integration,
  { payloads = [], attachments: files = [], nextMove, nextMoveAt }: Companions = {},
  now = Date.now(),
): Promise<IntegrationRow> {
  const { integrations, drafts, payloads: saved, attachments, chunks } = database;
  return await database.transaction('rw', [integrations, drafts, saved, attachments, chunks], async () => {
    const names = await integrations.orderBy('name').keys();
    const named = { ...document, name: freeName(document.name, new Set(names.map(String))) };
    const row = { ...rowOf(named, crypto.randomUUID(), now), nextMove, nextMoveAt };
    await integrations.add(row);
    await drafts.add({ integrationId: row.id, document: named, updatedAt: now });
    await saved.bulkAdd(payloads.map((payload) => ({ ...payload, integrationId: row.id })));
    for (const file of files) await saveAttachment(database, row.id, file, now);
    return row;
  });
}

/** All integrations, last edited first. */
export async function listIntegrations(database: Database): Promise<IntegrationRow[]> {
  return await database.integrations.orderBy('updatedAt').reverse().toArray();
}

/** One integration, or `undefined` when it is not in this browser. */
export async function getIntegration(database: Database, id: string): Promise<IntegrationRow | undefined> {
  return await database.integrations.get(id);
}

/** Forgets what to try next. */
export async function dismissNextMove(database: Database, id: string): Promise<void> {
  await database.integrations.update(id, { nextMove: undefined });
}

function rowOf(document: Integration, id: string, now: number): IntegrationRow {
  const { name, description, category, labels } = document;
  return { id, name, description, category, labels, createdAt: now, updatedAt: now };
}
