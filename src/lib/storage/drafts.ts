/** Drafts: the edited document of an integration, and the edits that can still be undone. */
import type { Integration } from '#lib/model/integration.ts';
import type { Database } from '#lib/storage/database.ts';
import type { DraftRow } from '#lib/storage/rows.ts';

/** One edit, told by its label ("delete step Get customer"), with the document on its other side. */
export interface Edit {
  label: string;
  document: Integration;
}

/** What can be undone and done again, the nearest edit last in both. */
export interface History {
  past: readonly Edit[];
  future: readonly Edit[];
}

/**
 * A draft with its history. They are one row because a row keeps what its documents share: fifty documents that differ
 * by a step each cost little more than one.
 */
export interface StoredDraft extends DraftRow {
  history?: History;
}

/** The draft as it is stored; what it holds is checked by whoever uses it. */
export async function getDraft(database: Database, integrationId: string): Promise<StoredDraft | undefined> {
  return await database.drafts.get(integrationId);
}

/** `changed`: it was written by someone else since `base`. `gone`: its integration is no longer there. */
export type SaveOutcome = 'saved' | 'changed' | 'gone';

/**
 * Writes a draft, and what lists show of it, in one transaction. `base` is the `updatedAt` of the draft that was edited:
 * when another one is stored by now, nothing is written. Rejects when the browser refuses.
 */
export async function saveDraft(database: Database, draft: StoredDraft, base: number): Promise<SaveOutcome> {
  const { integrations, drafts } = database;
  return await database.transaction('rw', [integrations, drafts], async () => {
    const [row, stored] = await Promise.all([
      integrations.get(draft.integrationId),
      drafts.get(draft.integrationId),
    ]);
    if (!row) return 'gone';
    if (stored && stored.updatedAt !== base) return 'changed';
    const { name, description, category, labels } = draft.document;
    await drafts.put(draft);
    await integrations.put({ ...row, name, description, category, labels, updatedAt: draft.updatedAt });
    return 'saved';
  });
}
