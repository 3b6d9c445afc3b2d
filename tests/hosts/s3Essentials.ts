/** What must hold at a real store wherever the connector runs; each gives plain data for a test to look at. */
import type { HttpRequest } from '#lib/connectors/define.ts';
import { ask, fetchNow, S3Store, type StorePlace } from './s3Store.ts';

const MEGABYTE = 1024 * 1024;
const LARGE_BYTES = 100 * MEGABYTE;

/** The two ways to write: signed in the headers, and by addresses that are signed here. */
export type Writing = 'putObject' | 'putObjectWithPresignedUrl';

export interface RoundTrip {
  sent: string;
  got: string;
  contentType: string;
  /** Of the log. */
  lines: string[];
  unfinished: number;
}

/** Writes 100 MB and reads them again; both as SHA-256. */
export async function roundTrip(place: StorePlace, writing: Writing): Promise<RoundTrip> {
  const store = new S3Store(place);
  const data = largeFile();
  const objectKey = `large/${writing}.bin`;
  const contentType = 'application/x-test';
  await store.do(writing, { objectKey, fileContents: { data, contentType } });
  const got = (await store.do('getObject', { objectKey })) as { data: ArrayBuffer; contentType: string };
  return {
    sent: await sha256(data),
    got: await sha256(got.data),
    contentType: got.contentType,
    lines: store.log,
    unfinished: await unfinished(store),
  };
}

/** With all that signing can get wrong. */
const RESUMED = 'broken off/ä +(1)*.bin';

export interface Resumed {
  failure: string;
  retry: boolean;
  /** Parts that the second attempt sent. */
  partsSent: number;
  lines: string[];
  sent: string;
  got: string;
  unfinished: number;
}

/** An upload that loses the network after its first parts, and its second attempt. */
export async function brokenOffAndResumed(place: StorePlace): Promise<Resumed> {
  const store = new S3Store(place);
  const data = largeFile().slice(0, 40 * MEGABYTE);
  const inputs = { objectKey: RESUMED, fileContents: { data, contentType: '' } };
  const cut = countingFetch(({ number }) => {
    if (number > 3) throw new TypeError('Failed to fetch');
  });
  const { message, retry } = await store.failureOf('putObject', inputs, { fetch: cut.fetch });
  const whole = countingFetch(() => undefined);
  await store.do('putObject', inputs, { fetch: whole.fetch });
  const got = (await store.do('getObject', { objectKey: RESUMED })) as { data: ArrayBuffer };
  return {
    failure: message,
    retry,
    partsSent: whole.parts(),
    lines: store.log,
    sent: await sha256(data),
    got: await sha256(got.data),
    unfinished: await unfinished(store),
  };
}

/** An upload whose run is stopped when two parts are there: what is left of it. */
export async function stopped(
  place: StorePlace,
): Promise<{ failure: string; lines: string[]; unfinished: number }> {
  const store = new S3Store(place);
  const controller = new AbortController();
  const { fetch } = countingFetch(({ number }) => {
    if (number === 2) controller.abort();
  });
  const inputs = { objectKey: 'stopped.bin', fileContents: { data: largeFile(), contentType: '' } };
  const context = { fetch, signal: controller.signal };
  const thrown = await store.do('putObject', inputs, context).catch((reason: unknown) => reason);
  const failure = thrown instanceof Error ? thrown.name : 'none';
  return { failure, lines: store.log, unfinished: await unfinished(store) };
}

/** What must be refused: the sentences, and for plain requests the status or what the browser said. */
export async function refusals(place: StorePlace) {
  const store = new S3Store(place);
  await store.do('putObject', { objectKey: 'secret.txt', fileContents: 'secret' });
  const link = (seconds: string, actionType: string) =>
    store.do('generatePresignedUrl', { objectKey: 'secret.txt', expirationSeconds: seconds, actionType });
  const forged = new S3Store({ ...place, secretAccessKey: 'WRONG' });
  const download = String(await link('60', 'download'));
  const fileContents = 'other';
  const expired = await expiredLink(store);
  return {
    wrongSecret: (await forged.failureOf('getObject', { objectKey: 'secret.txt' })).message,
    wrongSecretPut: (await forged.failureOf('putObject', { objectKey: 'secret.txt', fileContents })).message,
    expired: (await store.failureOf('putObjectWithPresignedUrl', { presignedUrl: expired, fileContents }))
      .message,
    skewed: (
      await store.failureOf('getObject', { objectKey: 'secret.txt' }, { now: () => Date.now() - 3_600_000 })
    ).message,
    valid: await ask(download),
    otherKey: await ask(download.replace('secret.txt', 'other.txt')),
    otherMethod: await ask(download, 'DELETE'),
    tamperedBody: await store
      .failureOf('putObject', { objectKey: 'secret.txt', fileContents: 'secret' }, { fetch: tampering })
      .then(({ message }) => message),
  };
}

/** Signed an hour ago for a minute. */
async function expiredLink(store: S3Store): Promise<unknown> {
  const inputs = { objectKey: 'secret.txt', actionType: 'upload', expirationSeconds: '60' };
  return await store.do('generatePresignedUrl', inputs, { now: () => Date.now() - 3_600_000 });
}

function tampering(request: HttpRequest) {
  return fetchNow({ ...request, body: 'SECRET' });
}

/** Lets requests through and counts those that send a part. */
function countingFetch(before: (part: { number: number }) => void) {
  let number = 0;
  const fetch = async (request: HttpRequest) => {
    if (request.method === 'PUT' && request.url.includes('partNumber=')) before({ number: ++number });
    return await fetchNow(request);
  };
  return { fetch, parts: () => number };
}

async function unfinished(store: S3Store): Promise<number> {
  const { Uploads } = (await store.do('listMultipartUploads')) as { Uploads: unknown[] };
  return Uploads.length;
}

/** The same bytes each time, and no two parts of them alike. */
function largeFile(): ArrayBuffer {
  const words = new Uint32Array(LARGE_BYTES / 4);
  for (let index = 0, word = 1; index < words.length; index++)
    words[index] = word = (Math.imul(word, 1_664_525) + 1_013_904_223) >>> 0;
  return words.buffer;
}

async function sha256(data: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
