/** Runs of a part of a flow: what they take over from an earlier one, and where they begin. */
import type { JournalStart } from '#lib/model/execution.ts';
import type { Database } from '#lib/storage/database.ts';

/** Copies large outputs under the same keys behind `prefix`; those that are gone are left out. */
export async function copyOutputs(
  database: Database,
  from: string,
  to: string,
  keys: readonly string[],
  prefix: string,
): Promise<void> {
  await database.transaction('rw', database.outputs, async () => {
    const found = await database.outputs.bulkGet(keys.map((key): [string, string] => [from, key]));
    const copies = found.flatMap((row) => (row ? [{ ...row, executionId: to, key: prefix + row.key }] : []));
    await database.outputs.bulkPut(copies);
  });
}

/** From here on the journal says what the part was to say, also after a crash. */
export async function beginPart(
  database: Database,
  executionId: string,
  journal: JournalStart,
): Promise<void> {
  await database.starts.update(executionId, { journal, part: undefined });
}
