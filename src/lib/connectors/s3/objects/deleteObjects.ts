import { defineAction } from '#lib/connectors/define.ts';
import { list } from '#lib/connectors/inputs.ts';
import { toText } from '#lib/connectors/reading.ts';
import type { Session } from '#lib/connectors/s3/ask.ts';
import { askXml } from '#lib/connectors/s3/askXml.ts';
import { bucketInputs } from '#lib/connectors/s3/inputs.ts';
import { md5Base64 } from '#lib/connectors/s3/md5.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { childrenOf, pick, writeXml } from '#lib/connectors/s3/xml.ts';
import { FailureError } from '#lib/model/failure.ts';

/** The most that one request may name. */
const AT_ONCE = 1000;

const deletedFields = { Key: String, VersionId: String, DeleteMarkerVersionId: String };
const errorFields = { Key: String, Code: String, Message: String };

interface Outcome {
  Deleted: object[];
  Errors: object[];
}

/** Deletes many objects, a thousand with each request (format.md 2.4). */
export const deleteObjects = defineAction({
  label: 'Delete objects',
  description: 'Deletes several objects of a bucket.',
  lazy: true,
  inputs: {
    ...bucketInputs,
    objectKeys: list({
      label: 'Object keys',
      help: 'The paths of the objects, such as reports/2026-01.csv.',
      required: true,
    }),
  },
  synonyms: ['remove files'],
  example: { Deleted: [{ Key: 'reports/2026-01.csv' }], Errors: [] },
  async perform({ bucket, objectKeys, ...account }, context) {
    const keys = objectKeys.map(toText);
    checkKeys(keys);
    const session = await openSession(account, context, { bucket });
    const data: Outcome = { Deleted: [], Errors: [] };
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const { Deleted, Errors } = await deleteSome(session, keys.slice(from, from + AT_ONCE));
      data.Deleted.push(...Deleted);
      data.Errors.push(...Errors);
    }
    if (data.Errors.length > 0)
      context.log('warn', `${data.Errors.length} of ${keys.length} objects could not be deleted.`);
    return { data };
  },
});

async function deleteSome(session: Session, keys: readonly string[]): Promise<Outcome> {
  const body = writeXml('Delete', { Object: keys.map((Key) => ({ Key })) });
  const headers = { 'content-type': 'application/xml', 'content-md5': await md5Base64(body) };
  const answer = await askXml(session, { method: 'POST', query: { delete: '' }, headers, body });
  return {
    Deleted: childrenOf(answer, 'Deleted').map((one) => pick(one, deletedFields)),
    Errors: childrenOf(answer, 'Error').map((one) => pick(one, errorFields)),
  };
}

/** The list goes out as XML, which knows no such characters. */
function checkKeys(keys: readonly string[]): void {
  const wrong = keys.find((key) => key === '' || /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(key));
  if (wrong === undefined) return;
  throw new FailureError({
    code: 'input',
    message:
      wrong === ''
        ? 'One of the object keys is empty.'
        : `The key ${JSON.stringify(wrong)} has a character that a list of keys cannot hold.`,
    hint: wrong === '' ? undefined : '“Delete object” can delete this one.',
  });
}
