import type { Send, Session } from '#lib/connectors/s3/ask.ts';
import { xmlOf } from '#lib/connectors/s3/askXml.ts';
import { childrenOf, pick, textOf, toYes } from '#lib/connectors/s3/xml.ts';

/** An upload that was begun and neither ended nor given up. */
export interface UnfinishedUpload {
  Key: string;
  UploadId: string;
  /** ISO text. */
  Initiated: string;
}

const fields = { Key: String, UploadId: String, Initiated: String, StorageClass: String };

/**
 * Those whose keys begin with a text, page by page. The keys are not asked for in encoded form: not every store that then
 * encodes them also says so.
 */
export async function unfinishedUploads(
  session: Session,
  send: Send,
  prefix = '',
): Promise<UnfinishedUpload[]> {
  const uploads: UnfinishedUpload[] = [];
  for (let from: Record<string, string> = {}; ;) {
    const query = { uploads: '', ...(prefix !== '' && { prefix }), ...from };
    const page = await xmlOf(await send({ method: 'GET', query }), session);
    uploads.push(
      ...childrenOf(page, 'Upload').map((one) => pick(one, fields) as unknown as UnfinishedUpload),
    );
    const key = textOf(page, 'NextKeyMarker');
    const id = textOf(page, 'NextUploadIdMarker');
    const isEnd = key === from['key-marker'] && id === from['upload-id-marker'];
    if (!toYes(textOf(page, 'IsTruncated')) || isEnd) return uploads;
    from = { 'key-marker': key, 'upload-id-marker': id };
  }
}
