/** The key of this browser's vault: it cannot be taken out of the browser, only used in it (browser.md 7.1). */
import type { Database } from '#lib/storage/database.ts';

/** The same for all tabs; made when it is first needed. */
export async function vaultKey(database: Database): Promise<CryptoKey> {
  const known = await database.keys.get('vault');
  if (known) return known.key;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two tabs may make one at once: the first that is written is the one.
  return await database.transaction('rw', database.keys, async () => {
    const first = await database.keys.get('vault');
    if (!first) await database.keys.add({ id: 'vault', key: made });
    return first?.key ?? made;
  });
}
