import { defineAction, type ActionContext, type HttpRequest } from '#lib/connectors/define.ts';
import { file, text } from '#lib/connectors/inputs.ts';
import type { FileContent } from '#lib/connectors/reading.ts';
import { byAddress } from '#lib/connectors/s3/ask.ts';
import { checkAnswer, unanswered } from '#lib/connectors/s3/failures.ts';
import { fromHeaders } from '#lib/connectors/s3/headers.ts';
import { accountInputs, writtenHeaders, writtenInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { bufferOf } from '#lib/connectors/s3/upload/sendPart.ts';
import { writeObject } from '#lib/connectors/s3/upload/writeObject.ts';
import { FailureError } from '#lib/model/failure.ts';

/**
 * Writes an object with addresses instead of keys: with one that somebody gave, or with ones that are made here, each for
 * one request and for a quarter of an hour. For stores whose CORS rule allows no other headers. Only in Sluice.
 */
export const putObjectWithPresignedUrl = defineAction({
  label: 'Put object with presigned URL',
  description: 'Writes an object with an address that is signed for it.',
  lazy: true,
  unverified: true,
  inputs: {
    presignedUrl: text({
      label: 'Presigned URL',
      help: 'An address for uploading one object. Empty to have addresses made with the connection, one for each part.',
    }),
    fileContents: file({
      label: 'File contents',
      help: 'A file from an earlier step, or text.',
      required: true,
    }),
    ...accountInputs,
    bucket: text({ label: 'Bucket', help: 'Not needed with a presigned URL.' }),
    objectKey: text({ label: 'Object key', help: 'Not needed with a presigned URL.' }),
    ...writtenInputs,
  },
  synonyms: ['upload', 'signed link'],
  example: { ETag: '"9a0364b9e99bb480dd25e1f0284c8555"' },
  async perform({ presignedUrl, fileContents, bucket, objectKey: key, acl, tagging, ...account }, context) {
    const headers = writtenHeaders({ acl, tagging }, fileContents.contentType);
    if (presignedUrl !== '') return { data: await putTo(presignedUrl, fileContents, headers, context) };
    if (key === '') throw nothingNamed();
    const session = await openSession(account, context, { bucket });
    const upload = { session, send: byAddress(session), key, bytes: fileContents.data, headers };
    return { data: await writeObject(upload) };
  },
});

async function putTo(
  url: string,
  { data }: FileContent,
  headers: Readonly<Record<string, string>>,
  context: ActionContext,
): Promise<Record<string, unknown>> {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) throw noAddress();
  const request: HttpRequest = { url, method: 'PUT', headers, body: bufferOf(data), redirect: 'error' };
  const response = await context.fetch(request).catch((thrown: unknown) => {
    throw unanswered(url, thrown);
  });
  await checkAnswer(response, { region: '', now: context.now(), isLink: true });
  return fromHeaders(response, ['ETag', 'VersionId', 'ServerSideEncryption']);
}

// Neither says what was given: an address may hold a signature.
function noAddress(): FailureError {
  return new FailureError({
    code: 'input',
    message: 'The presigned URL is no address: it starts with https://.',
  });
}

function nothingNamed(): FailureError {
  return new FailureError({ code: 'input', message: 'There is neither a presigned URL nor an object key.' });
}
