/** What a run is told before it goes on after its thread hung (architecture 6). */
import { inDoubt } from '#lib/model/inDoubt.ts';
import { readJournal, updateStart } from '#lib/storage/executions.ts';
import type { Database } from '#lib/storage/database.ts';

/**
 * The step that was under way fails instead of hanging again; where none had left a mark, every step leaves one from now
 * on. With other runs beside it, nobody knows which step it was: one that had started is then in doubt like any other.
 */
export async function markHung(database: Database, executionId: string, alone: boolean): Promise<void> {
  const journal = await readJournal(database, executionId);
  if (alone || inDoubt(journal).length === 0) await updateStart(database, executionId, { hung: true });
}
