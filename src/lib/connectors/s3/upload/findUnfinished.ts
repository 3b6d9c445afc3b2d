import { md5Hex } from '#lib/connectors/s3/md5.ts';
import type { Pieces } from '#lib/connectors/s3/upload/Pieces.ts';
import { sentParts, type SentPart } from '#lib/connectors/s3/upload/sentParts.ts';
import { unfinishedUploads } from '#lib/connectors/s3/upload/unfinishedUploads.ts';
import type { Upload } from '#lib/connectors/s3/upload/Upload.ts';
import { FailureError, toFailure } from '#lib/model/failure.ts';

/** An upload of the same file that was broken off. */
export interface Unfinished {
  uploadId: string;
  parts: readonly SentPart[];
}

/** The newest upload to this key all of whose parts are pieces of this very file; stores name a part by its MD5. */
export async function findUnfinished(upload: Upload, pieces: Pieces): Promise<Unfinished | undefined> {
  const { session, send, key } = upload;
  const uploads = await unlessRefused(unfinishedUploads(session, send, key));
  const own = uploads.filter((one) => one.Key === key);
  for (const { UploadId: uploadId } of own.sort((one, other) =>
    other.Initiated.localeCompare(one.Initiated),
  )) {
    const parts = await unlessRefused(sentParts(session, send, { key, uploadId }));
    if (parts.length > 0 && (await areOf(pieces, parts))) return { uploadId, parts };
  }
  return undefined;
}

async function areOf(pieces: Pieces, parts: readonly SentPart[]): Promise<boolean> {
  for (const { PartNumber, Size, ETag } of parts) {
    const piece = pieces.piece(PartNumber);
    if (piece.byteLength !== Size || ETag.replaceAll('"', '') !== (await md5Hex(piece))) return false;
  }
  return true;
}

/** Who may write may not always list: then there is nothing to go on from. Throws what may pass, and a stop. */
async function unlessRefused<T>(listing: Promise<T[]>): Promise<T[]> {
  try {
    return await listing;
  } catch (thrown) {
    const isRefused = thrown instanceof FailureError && !toFailure(thrown).retry;
    if (isRefused && thrown.failure.code !== 'cancelled') return [];
    throw thrown;
  }
}
