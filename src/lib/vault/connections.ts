/** What connections of this browser hold: encrypted from the first day, and bound to the origins it may be sent to. */
import type { Database } from '#lib/storage/database.ts';
import type { SecretRow } from '#lib/storage/rows.ts';
import { seal, unseal } from '#lib/vault/seal.ts';
import { vaultKey } from '#lib/vault/vaultKey.ts';

/** A connection as somebody filled it in. */
export interface FilledConnection {
  /** Whose it is: an integration that is tested. */
  owner: string;
  /** Key of the config variable. */
  configVar: string;
  /** Which connection of which connector, such as `http/apiKey`. */
  kind: string;
  /** Where it may be sent to, such as `https://api.example.com`. */
  origins: readonly string[];
  fields: Readonly<Record<string, string>>;
  /** Those that are no secrets: who runs a flow with it may read them. */
  shown?: Readonly<Record<string, string>>;
  /** What was got by signing in (OAuth 2). */
  token?: string;
}

/** Written over the one of the same owner and config variable. */
export async function saveConnection(
  database: Database,
  { fields, token, shown = {}, ...about }: FilledConnection,
): Promise<void> {
  const key = await vaultKey(database);
  const sealed = await seal(key, purposeOf({ ...about, shown }), { fields, token });
  const all = { ...shown, ...fields };
  const filled = Object.keys(all).filter((name) => all[name] !== '');
  await database.secrets.put({ ...about, shown, filled, ...sealed, updatedAt: Date.now() });
}

/** With its secrets, or `undefined` when nobody filled it in. Rejects when the record does not open. */
export async function openConnection(
  database: Database,
  owner: string,
  configVar: string,
): Promise<FilledConnection | undefined> {
  const row = await database.secrets.get([owner, configVar]);
  if (!row) return undefined;
  const opened = (await unseal(await vaultKey(database), purposeOf(row), row)) as Opened;
  const { kind, origins, shown } = row;
  return { owner, configVar, kind, origins, shown, ...opened };
}

/** Forgets it. */
export async function removeConnection(database: Database, owner: string, configVar: string): Promise<void> {
  await database.secrets.delete([owner, configVar]);
}

type Opened = Pick<FilledConnection, 'fields' | 'token'>;

/** With the origins, and where tokens come from: who changes them in the database gets nothing. */
function purposeOf({
  owner,
  configVar,
  kind,
  origins,
  shown,
}: Pick<SecretRow, 'owner' | 'configVar' | 'kind' | 'origins' | 'shown'>): unknown[] {
  return [1, owner, configVar, kind, origins, Object.entries(shown).sort()];
}
