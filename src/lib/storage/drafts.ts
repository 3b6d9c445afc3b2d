/** Drafts: the edited document of an integration. */
import type { Database } from '#lib/storage/database.ts';
import type { DraftRow } from '#lib/storage/rows.ts';

/** The draft as it is stored; what it holds is checked by whoever uses it. */
export async function getDraft(database: Database, integrationId: string): Promise<DraftRow | undefined> {
  return await database.drafts.get(integrationId);
}
