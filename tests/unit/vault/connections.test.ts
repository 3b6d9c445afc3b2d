/** What connections hold in this browser: encrypted, and bound to where it may be sent. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { saveConfiguration, testConfiguration } from '#lib/storage/configurations.ts';
import { createDatabase, openDatabase, type Database } from '#lib/storage/database.ts';
import type { SecretRow } from '#lib/storage/rows.ts';
import {
  openConnection,
  removeConnection,
  saveConnection,
  type FilledConnection,
} from '#lib/vault/connections.ts';
import { vaultKey } from '#lib/vault/vaultKey.ts';

let number = 0;
const database = async (): Promise<Database> =>
  await openDatabase(createDatabase('strict', `vault-${number++}`), () => undefined);

const filled: FilledConnection = {
  owner: 'i',
  configVar: 'Acme',
  kind: 'http/apiKey',
  origins: ['https://api.example'],
  fields: { apiKey: 'k3y-of-acme' },
  shown: { authorizationScheme: 'Bearer', region: '' },
  token: 't0k-of-acme',
};

async function rowOf(db: Database): Promise<SecretRow> {
  const [row] = await db.secrets.toArray();
  if (!row) throw new Error('Nothing is stored.');
  return row;
}

describe('a connection', () => {
  it('comes back as it was filled in', async () => {
    const db = await database();
    await saveConnection(db, filled);
    expect(await openConnection(db, 'i', 'Acme')).toEqual(filled);
    expect(await openConnection(db, 'other', 'Acme')).toBeUndefined();
    await removeConnection(db, 'i', 'Acme');
    expect(await openConnection(db, 'i', 'Acme')).toBeUndefined();
  });

  it('cannot be read in the database', async () => {
    const db = await database();
    await saveConnection(db, filled);
    const row = await rowOf(db);
    const written = Buffer.concat([Buffer.from(JSON.stringify(row)), Buffer.from(row.data)]).toString(
      'latin1',
    );
    expect(written).not.toMatch(/k3y-of|t0k-of/);
    expect(row).toMatchObject({
      origins: ['https://api.example'],
      shown: { authorizationScheme: 'Bearer' },
      filled: ['authorizationScheme', 'apiKey'],
    });
  });

  it.each([
    ['origins', { origins: ['https://evil.example'] }],
    ['kind', { kind: 'http/basic' }],
    ['owner', { owner: 'j' }],
    ['config variable', { configVar: 'Other' }],
    ['public fields', { shown: { authorizationScheme: 'Bearer', region: 'x' } }],
  ])('does not open when its %s was changed in the database', async (_what, change) => {
    const db = await database();
    await saveConnection(db, filled);
    const row = await rowOf(db);
    await db.secrets.put({ ...row, ...change });
    const { owner, configVar } = { ...row, ...change };
    await expect(openConnection(db, owner, configVar)).rejects.toThrow();
  });

  it('tells test runs what is no secret in it, over what was set besides', async () => {
    const db = await database();
    await saveConfiguration(db, 'i', { Limit: '5' });
    await saveConnection(db, { ...filled, shown: { tokenUrl: 'https://id.example/token' } });
    expect(await testConfiguration(db, 'i')).toEqual({
      Limit: '5',
      Acme: { fields: { tokenUrl: 'https://id.example/token' } },
    });
  });

  it('is encrypted anew each time', async () => {
    const db = await database();
    await saveConnection(db, filled);
    const first = await rowOf(db);
    await saveConnection(db, filled);
    const second = await rowOf(db);
    expect(Buffer.from(first.iv).equals(second.iv)).toBe(false);
    expect(Buffer.from(first.data).equals(Buffer.from(second.data))).toBe(false);
  });
});

describe('the key', () => {
  it('is one, also when two ask for it at once, and cannot be taken out', async () => {
    const db = await database();
    const [first] = await Promise.all([vaultKey(db), vaultKey(db)]);
    expect(await db.keys.count()).toBe(1);
    await expect(crypto.subtle.exportKey('raw', first)).rejects.toThrow();
    await saveConnection(db, filled);
    expect(await openConnection(db, 'i', 'Acme')).toEqual(filled);
  });
});
