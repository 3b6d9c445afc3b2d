/** Files that travel with an integration. */
import Dexie from 'dexie';
import type { Database } from '#lib/storage/database.ts';
import type { AttachmentRow } from '#lib/storage/rows.ts';

/** Bytes of a chunk: a file is written and read in parts. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/** A file as somebody gives it or gets it. */
export interface Attachment {
  name: string;
  contentType: string;
  data: ArrayBuffer;
}

/** Written over the one of the same name, whole or not at all. */
export async function saveAttachment(
  database: Database,
  integrationId: string,
  { name, contentType, data }: Attachment,
  now = Date.now(),
): Promise<void> {
  const { attachments, chunks } = database;
  await database.transaction('rw', [attachments, chunks], async () => {
    await chunksOf(database, integrationId, name).delete();
    await attachments.put({ integrationId, name, contentType, size: data.byteLength, addedAt: now });
    await chunks.bulkAdd(partsOf(data).map((part, number) => ({ integrationId, name, number, data: part })));
  });
}

/** All files of an integration, by name. */
export async function listAttachments(database: Database, integrationId: string): Promise<AttachmentRow[]> {
  const range: [unknown, unknown] = [
    [integrationId, Dexie.minKey],
    [integrationId, Dexie.maxKey],
  ];
  return await database.attachments
    .where('[integrationId+name]')
    .between(...range)
    .toArray();
}

/** A file with what is in it, or `undefined` when there is none of this name. */
export async function readAttachment(
  database: Database,
  integrationId: string,
  name: string,
): Promise<Attachment | undefined> {
  const { attachments, chunks } = database;
  return await database.transaction('r', [attachments, chunks], async () => {
    const row = await attachments.get([integrationId, name]);
    if (!row) return undefined;
    const parts = await chunksOf(database, integrationId, name).toArray();
    return {
      name,
      contentType: row.contentType,
      data: joined(
        parts.map(({ data }) => data),
        row.size,
      ),
    };
  });
}

function chunksOf({ chunks }: Database, integrationId: string, name: string) {
  return chunks
    .where('[integrationId+name+number]')
    .between([integrationId, name, Dexie.minKey], [integrationId, name, Dexie.maxKey]);
}

function partsOf(data: ArrayBuffer): ArrayBuffer[] {
  const count = Math.ceil(data.byteLength / CHUNK_BYTES);
  return Array.from({ length: count }, (_, number) =>
    data.slice(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES),
  );
}

function joined(parts: readonly ArrayBuffer[], size: number): ArrayBuffer {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return whole.buffer;
}
