import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '#lib/connectors/define.ts';
import { FailureError } from '#lib/model/failure.ts';
import { openFake } from '../../support/fakeS3.ts';
import { refusal } from '../../support/fakeStore.ts';

const MEGABYTE = 1024 * 1024;

/** So many megabytes of which no two are alike. */
function fileOf(megabytes: number, salt = 0) {
  const data = new Uint8Array(megabytes * MEGABYTE);
  for (let at = 0; at < data.length; at += 4096) data.set([salt, at >> 12, at >> 20], at);
  return { data, contentType: 'application/x-test' };
}

const isPart = ({ method, url }: HttpRequest) => method === 'PUT' && url.includes('partNumber=');
const lost = () => {
  throw new TypeError('Failed to fetch');
};

/** Lets the n-th part that is sent go wrong, once. */
function failingAt(nth: number, how: () => never | ReturnType<typeof refusal>) {
  let count = 0;
  return (request: HttpRequest) => (isPart(request) && ++count === nth ? how() : undefined);
}

describe.each(['putObject', 'putObjectWithPresignedUrl'])('%s', (action) => {
  it('sends up to 16 MB at once', async () => {
    const { store, s3 } = openFake();
    await s3.do(action, { objectKey: 'k', fileContents: fileOf(16) });
    expect(store.requests).toHaveLength(1);
    expect(store.objects.get('k')?.headers['content-type']).toBe('application/x-test');
  });

  it('sends more in parts of 8 MB, and tells how far it is', async () => {
    const { store, s3 } = openFake();
    const fileContents = fileOf(17);
    await s3.do(action, { objectKey: 'a/ä +.bin', fileContents });
    expect(Buffer.compare(store.objects.get('a/ä +.bin')?.bytes ?? new Uint8Array(), fileContents.data)).toBe(
      0,
    );
    expect(store.uploads.size).toBe(0);
    expect(s3.log.at(-1)).toBe('info Sent 3 of 3 parts, 17 of 17 MB.');
    expect(s3.log).toHaveLength(3);
    const [largest] = store.requests
      .map(({ body }) => (body instanceof ArrayBuffer ? body.byteLength : 0))
      .sort((a, b) => b - a);
    expect(largest).toBe(8 * MEGABYTE);
  });

  it('goes on with an upload that lost the network, with the parts that are missing', async () => {
    const { store, s3 } = openFake();
    const inputs = { objectKey: 'k', fileContents: fileOf(33) };
    store.before = failingAt(4, lost);
    const failure = await s3.failureOf(action, inputs);
    expect(failure).toMatchObject({ code: 'connection', retry: true });
    expect(failure.message).toContain('CORS missing, or wrong key, secret or clock');
    expect(store.uploads.size).toBe(1);
    const [[, { parts }] = ['', { parts: new Map() }]] = [...store.uploads];
    const there = [...parts.keys()];
    store.requests.length = 0;
    await s3.do(action, inputs);
    expect(store.sentParts.toSorted()).toEqual([1, 2, 3, 4, 5].filter((number) => !there.includes(number)));
    expect(there.length).toBeGreaterThan(0);
    expect(Buffer.compare(store.objects.get('k')?.bytes ?? new Uint8Array(), inputs.fileContents.data)).toBe(
      0,
    );
    expect(s3.log).toContain(
      `info An upload that was broken off goes on: ${there.length} of 5 parts are there.`,
    );
    expect(store.uploads.size).toBe(0);
  });

  it('gives up an upload that no further attempt can save', async () => {
    const { store, s3 } = openFake();
    store.before = failingAt(2, () => refusal(403, 'AccessDenied'));
    expect(await s3.failureOf(action, { objectKey: 'k', fileContents: fileOf(20) })).toMatchObject({
      retry: false,
    });
    expect(store.uploads.size).toBe(0);
    expect(s3.log.at(-1)).toBe('info The unfinished upload was given up.');
  });

  it('gives up when the run is stopped', async () => {
    const { store, s3 } = openFake();
    const controller = new AbortController();
    store.before = failingAt(2, () => (controller.abort(), refusal(503, 'SlowDown')));
    const inputs = { objectKey: 'k', fileContents: fileOf(33) };
    await expect(s3.do(action, inputs, { signal: controller.signal })).rejects.toThrow();
    expect(store.uploads.size).toBe(0);
    expect(store.sentParts.length).toBeLessThan(5);
  });
});

describe('an unfinished upload', () => {
  it.each([
    ['another file', 'k', fileOf(20, 1)],
    ['a smaller file', 'k', { ...fileOf(20), data: fileOf(20).data.subarray(0, 17 * MEGABYTE) }],
    ['another key', 'k2', fileOf(20)],
  ])('is not taken for one of %s', async (_what, objectKey, fileContents) => {
    const { store, s3 } = openFake();
    store.before = failingAt(3, lost);
    await s3.failureOf('putObject', { objectKey: 'k', fileContents: fileOf(20) });
    // The last part too: only in it do the larger and the smaller file differ.
    const [upload] = store.uploads.values();
    upload?.parts.set(3, fileOf(20).data.subarray(16 * MEGABYTE));
    store.requests.length = 0;
    await s3.do('putObject', { objectKey, fileContents });
    expect(store.sentParts.toSorted()).toEqual([1, 2, 3]);
    expect(Buffer.compare(store.objects.get(objectKey)?.bytes ?? new Uint8Array(), fileContents.data)).toBe(
      0,
    );
  });

  it('that may not be listed is no reason not to write', async () => {
    const { store, s3 } = openFake();
    store.before = ({ method, url }) =>
      method === 'GET' && url.includes('uploads=') ? refusal(403, 'AccessDenied') : undefined;
    await s3.do('putObject', { objectKey: 'k', fileContents: fileOf(17) });
    expect(store.objects.has('k')).toBe(true);
  });

  it('that cannot be given up is told of, and the first failure stays the failure', async () => {
    const { store, s3 } = openFake();
    store.before = ({ method }) => (method === 'DELETE' ? lost() : undefined);
    const part = failingAt(1, () => refusal(400, 'InvalidArgument'));
    const before = store.before;
    store.before = (request, number) => part(request) ?? before(request, number);
    const failure = await s3.failureOf('putObject', { objectKey: 'k', fileContents: fileOf(17) });
    expect(failure.message).toBe('The store answered with status 400 (InvalidArgument): Said by the store.');
    expect(s3.log.at(-1)).toMatch(/^warn The unfinished upload could not be given up/);
  });
});

describe('a part', () => {
  it('whose ETag may not be read says what the CORS rule lacks', async () => {
    const { store, s3 } = openFake();
    store.before = (request) => (isPart(request) ? { headers: {} } : undefined);
    const failure = await s3.failureOf('putObject', { objectKey: 'k', fileContents: fileOf(17) });
    expect(failure).toMatchObject({
      code: 'connection',
      message: expect.stringContaining('does not expose ETag'),
    });
  });
});

describe('an address that the user gives', () => {
  it('is written to as it is, without keys of ours', async () => {
    const { store, s3 } = openFake();
    const presignedUrl = await s3.do('generatePresignedUrl', { objectKey: 'k', actionType: 'upload' });
    const inputs = { presignedUrl, bucket: '', accessKey: undefined, fileContents: 'x' };
    expect(await s3.do('putObjectWithPresignedUrl', inputs)).toEqual({
      ETag: expect.stringMatching(/^"\w{32}"$/),
    });
    expect(store.objects.has('k')).toBe(true);
  });

  it('that has expired is refused in words that hold no signature', async () => {
    const { store, s3 } = openFake();
    const presignedUrl = await s3.do('generatePresignedUrl', { objectKey: 'k', actionType: 'upload' });
    store.clock = () => Date.now() + 7_200_000;
    const failure = await s3.failureOf('putObjectWithPresignedUrl', { presignedUrl, fileContents: 'x' });
    expect(failure.message).toBe(
      'The store refuses the signed address: it has expired, or it is for something else.',
    );
    expect(JSON.stringify(failure)).not.toContain('X-Amz');
  });

  it('of ours is covered wherever it would be written', async () => {
    const { store, s3 } = openFake();
    await s3.do('putObjectWithPresignedUrl', { objectKey: 'k', fileContents: 'x' });
    expect(s3.hidden).toEqual([new URL(store.requests[0]?.url ?? '').searchParams.get('X-Amz-Signature')]);
  });
});

describe('a stop', () => {
  it('stays a stop', async () => {
    const { store, s3 } = openFake();
    store.before = () => {
      throw new FailureError({ code: 'cancelled', message: 'The run was stopped.' });
    };
    expect(await s3.failureOf('getObject', { objectKey: 'k' })).toMatchObject({ code: 'cancelled' });
  });
});
