import { xmlOf } from '#lib/connectors/s3/askXml.ts';
import { completeUpload } from '#lib/connectors/s3/upload/completeUpload.ts';
import { findUnfinished } from '#lib/connectors/s3/upload/findUnfinished.ts';
import { Pieces } from '#lib/connectors/s3/upload/Pieces.ts';
import { sendPart, type Part, type UploadPlace } from '#lib/connectors/s3/upload/sendPart.ts';
import type { Upload } from '#lib/connectors/s3/upload/Upload.ts';
import { textOf } from '#lib/connectors/s3/xml.ts';
import { toFailure } from '#lib/model/failure.ts';

/** Parts on their way at one time: each is a copy in memory. */
const AT_ONCE = 3;

const MEGABYTE = 1024 * 1024;

/**
 * Writes an object in parts. An upload of the same file that was broken off goes on where it was. After a failure that
 * may pass, what was sent stays for the next attempt; after any other, and when the run is stopped, it is given up.
 */
export async function writeInParts(upload: Upload): Promise<Record<string, unknown>> {
  const pieces = new Pieces(upload.bytes);
  const unfinished = await findUnfinished(upload, pieces);
  const uploadId = unfinished?.uploadId ?? (await begin(upload));
  const place = { key: upload.key, uploadId };
  const parts = new Map((unfinished?.parts ?? []).map(({ PartNumber, ETag }) => [PartNumber, ETag]));
  try {
    if (unfinished) sayResumed(upload, parts.size, pieces.count);
    await sendMissing(upload, place, pieces, parts);
    return await completeUpload(upload.session, upload.send, place, inOrder(parts));
  } catch (thrown) {
    await giveUpUnlessItMayPass(upload, place, thrown);
    throw thrown;
  }
}

async function begin({ session, send, key, headers }: Upload): Promise<string> {
  const response = await send({ method: 'POST', key, query: { uploads: '' }, headers });
  return textOf(await xmlOf(response, session, key), 'UploadId');
}

/** Several lanes take the next piece each, until there is none or one of them fails. */
async function sendMissing(
  upload: Upload,
  place: UploadPlace,
  pieces: Pieces,
  parts: Map<number, string>,
): Promise<void> {
  const { signal, log } = upload.session.context;
  const waiting = pieces.numbers.filter((number) => !parts.has(number));
  async function lane(): Promise<void> {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      signal.throwIfAborted();
      const part = await sendPart(upload.send, place, number, pieces.piece(number));
      parts.set(number, part.ETag);
      log('info', `Sent ${parts.size} of ${pieces.count} parts, ${sentMegabytes(parts, pieces)} MB.`);
    }
  }
  const lanes = Array.from({ length: AT_ONCE }, () =>
    lane().catch((thrown: unknown) => {
      waiting.length = 0;
      throw thrown;
    }),
  );
  // All have come to rest before anything is given up: a part on its way would outlive it.
  const ended = await Promise.allSettled(lanes);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

function sentMegabytes(parts: ReadonlyMap<number, string>, pieces: Pieces): string {
  const bytes = [...parts.keys()].reduce((sum, number) => sum + pieces.piece(number).byteLength, 0);
  return `${Math.round(bytes / MEGABYTE)} of ${Math.round(pieces.bytes / MEGABYTE)}`;
}

function sayResumed({ session }: Upload, sent: number, count: number): void {
  session.context.log('info', `An upload that was broken off goes on: ${sent} of ${count} parts are there.`);
}

function inOrder(parts: ReadonlyMap<number, string>): Part[] {
  const list = [...parts].map(([PartNumber, ETag]) => ({ PartNumber, ETag }));
  return list.sort((one, other) => one.PartNumber - other.PartNumber);
}

async function giveUpUnlessItMayPass(
  { session, send }: Upload,
  { key, uploadId }: UploadPlace,
  thrown: unknown,
): Promise<void> {
  const { signal, log } = session.context;
  if (!signal.aborted && toFailure(thrown).retry) {
    log('warn', 'The upload is unfinished. The next attempt goes on with it.');
    return;
  }
  try {
    await send({ method: 'DELETE', key, query: { uploadId }, tidies: true });
    log('info', 'The unfinished upload was given up.');
  } catch {
    log(
      'warn',
      'The unfinished upload could not be given up. “Abort multipart upload” does it, or the next run goes on with it.',
    );
  }
}
