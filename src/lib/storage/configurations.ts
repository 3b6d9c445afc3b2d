/** What the config variables of an integration are set to for its test runs. */
import Dexie from 'dexie';
import type { Database } from '#lib/storage/database.ts';
import type { SecretRow } from '#lib/storage/rows.ts';

/** By key of the config variable; only those that are not the default. */
export async function readConfiguration(
  database: Database,
  owner: string,
): Promise<Readonly<Record<string, unknown>>> {
  return (await database.configurations.get(owner))?.values ?? {};
}

/** Written over what was there. */
export async function saveConfiguration(
  database: Database,
  owner: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  await database.configurations.put({ owner, values, updatedAt: Date.now() });
}

/** What is known of connections without opening them: which were filled in, and where they may be sent to. */
export async function listFilledConnections(
  database: Database,
  owner: string,
): Promise<Pick<SecretRow, 'configVar' | 'kind' | 'shown' | 'filled' | 'origins'>[]> {
  const rows = database.secrets
    .where('[owner+configVar]')
    .between([owner, Dexie.minKey], [owner, Dexie.maxKey]);
  return (await rows.toArray()).map(({ configVar, kind, shown, filled, origins }) => ({
    configVar,
    kind,
    shown,
    filled,
    origins,
  }));
}

/** What test runs are started with: what was set, and of connections what is no secret. */
export async function testConfiguration(
  database: Database,
  owner: string,
): Promise<Readonly<Record<string, unknown>>> {
  const filled = await listFilledConnections(database, owner);
  const shown = filled.map(({ configVar, shown: fields }) => [configVar, { fields }] as const);
  return { ...(await readConfiguration(database, owner)), ...Object.fromEntries(shown) };
}
