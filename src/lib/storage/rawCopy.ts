/** A copy of everything in the database, for the day when the app cannot read it. */

/** Reads every row through bare IndexedDB: Dexie and our own tables may be what is broken. JSON text. */
export async function rawCopy(name = 'sluice'): Promise<string> {
  const database = await settled(indexedDB.open(name));
  try {
    const stores = Array.from(database.objectStoreNames);
    const rows = await Promise.all(
      stores.map(async (store) => [store, await allRows(database, store)] as const),
    );
    return JSON.stringify(
      { database: name, version: database.version, tables: Object.fromEntries(rows) },
      asJson,
      2,
    );
  } finally {
    database.close();
  }
}

/** A table that cannot be read is named with its error; the others are saved all the same. */
async function allRows(database: IDBDatabase, store: string): Promise<unknown> {
  try {
    return await settled(database.transaction(store).objectStore(store).getAll());
  } catch (error) {
    return { error: String(error) };
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    // WebKit aborts with no error at all in private mode.
    request.onerror = () => reject(request.error ?? new Error('The database did not answer.'));
  });
}

function asJson(_key: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { bytes: Array.from(new Uint8Array(value)) };
  return ArrayBuffer.isView(value) ? { bytes: Array.from(value as Uint8Array) } : value;
}
