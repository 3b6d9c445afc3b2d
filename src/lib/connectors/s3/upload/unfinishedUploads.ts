import type { Send, Session } from '#lib/connectors/s3/ask.ts';
import { xmlOf } from '#lib/connectors/s3/askXml.ts';
import { childrenOf, keyReader, pick, textOf, toYes, type Xml } from '#lib/connectors/s3/xml.ts';

/** An upload that was begun and neither ended nor given up. */
export interface UnfinishedUpload {
  Key: string;
  UploadId: string;
  /** ISO text. */
  Initiated: string;
}

const fields = { UploadId: String, Initiated: String, StorageClass: String };

/** Those whose keys begin with a text, page by page. */
export async function unfinishedUploads(
  session: Session,
  send: Send,
  prefix = '',
): Promise<UnfinishedUpload[]> {
  const uploads: UnfinishedUpload[] = [];
  for (let from: Record<string, string> = {}; ;) {
    const query = { uploads: '', 'encoding-type': 'url', ...(prefix !== '' && { prefix }), ...from };
    const page = await xmlOf(await send({ method: 'GET', query }), session);
    const toKey = keyReader(page);
    const toUpload = (one: Xml) => pick(one, { Key: toKey, ...fields }) as unknown as UnfinishedUpload;
    uploads.push(...childrenOf(page, 'Upload').map(toUpload));
    const key = toKey(textOf(page, 'NextKeyMarker'));
    const id = textOf(page, 'NextUploadIdMarker');
    const isEnd = key === from['key-marker'] && id === from['upload-id-marker'];
    if (!toYes(textOf(page, 'IsTruncated')) || isEnd) return uploads;
    from = { 'key-marker': key, 'upload-id-marker': id };
  }
}
