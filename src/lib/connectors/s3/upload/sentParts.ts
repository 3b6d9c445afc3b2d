import type { Send, Session } from '#lib/connectors/s3/ask.ts';
import { xmlOf } from '#lib/connectors/s3/askXml.ts';
import type { Part, UploadPlace } from '#lib/connectors/s3/upload/sendPart.ts';
import { childrenOf, pick, textOf, toYes } from '#lib/connectors/s3/xml.ts';

/** A part that is in the store. */
export interface SentPart extends Part {
  /** Bytes. */
  Size: number;
  LastModified: string;
}

const fields = { PartNumber: Number, ETag: String, Size: Number, LastModified: String };

/** All parts of an upload that are in the store, page by page. */
export async function sentParts(
  session: Session,
  send: Send,
  { key, uploadId }: UploadPlace,
): Promise<SentPart[]> {
  const parts: SentPart[] = [];
  for (let marker = ''; ;) {
    const query = { uploadId, ...(marker !== '' && { 'part-number-marker': marker }) };
    const page = await xmlOf(await send({ method: 'GET', key, query }), session, key);
    parts.push(...childrenOf(page, 'Part').map((part) => pick(part, fields) as unknown as SentPart));
    const next = textOf(page, 'NextPartNumberMarker');
    if (!toYes(textOf(page, 'IsTruncated')) || next === marker) return parts;
    marker = next;
  }
}
