/** Payloads: what a flow's trigger is tested with. */
import type { Database } from '#lib/storage/database.ts';
import type { PayloadRow } from '#lib/storage/rows.ts';

/** The payloads of a flow, by name. */
export async function listPayloads(
  database: Database,
  integrationId: string,
  flow: string,
): Promise<PayloadRow[]> {
  return await database.payloads
    .where('[integrationId+flow+name]')
    .between([integrationId, flow, ''], [integrationId, flow, '\uffff'])
    .toArray();
}

/** Writes a payload over the one of the same name. */
export async function savePayload(database: Database, row: PayloadRow): Promise<void> {
  await database.payloads.put(row);
}
