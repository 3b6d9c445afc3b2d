/** The page's way to the vault: it puts connections in, and never gets them out again. */
import type { App } from '#lib/state/App.svelte.ts';
import { removeConnection, saveConnection, type FilledConnection } from '#lib/vault/connections.ts';

/** Encrypts what was filled in, and keeps it. */
export async function keepConnection({ database }: App, filled: FilledConnection): Promise<void> {
  await saveConnection(database, filled);
}

/** Forgets what was filled in. */
export async function forgetConnection({ database }: App, owner: string, configVar: string): Promise<void> {
  await removeConnection(database, owner, configVar);
}
