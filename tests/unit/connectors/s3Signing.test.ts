import { describe, expect, it } from 'vitest';
import { awsS3 } from '#lib/connectors/s3/index.ts';
import { addressOf, placeOf, type Target } from '#lib/connectors/s3/place.ts';
import { signAddress, signRequest } from '#lib/connectors/s3/sign.ts';
import { openFake } from '../../support/fakeS3.ts';
import { fakeFetch, resultOf } from '../../support/performAction.ts';

const amazon: Target = { service: 's3', region: 'eu-central-1', endpoint: '' };

describe('an address', () => {
  it.each<[Partial<Target>, string]>([
    [{ bucket: 'my-bucket' }, 'https://my-bucket.s3.eu-central-1.amazonaws.com/k'],
    [{ bucket: 'my-bucket', byPath: true }, 'https://s3.eu-central-1.amazonaws.com/my-bucket/k'],
    [{ bucket: 'my.bucket' }, 'https://s3.eu-central-1.amazonaws.com/my.bucket/k'],
    [{ bucket: 'My_Bucket' }, 'https://s3.eu-central-1.amazonaws.com/My_Bucket/k'],
    [{ bucket: 'b-1', region: 'cn-north-1' }, 'https://b-1.s3.cn-north-1.amazonaws.com.cn/k'],
    [{ bucket: 'my-bucket', endpoint: 'http://localhost:7480/' }, 'http://localhost:7480/my-bucket/k'],
    [{ bucket: 'my-bucket', endpoint: 'https://x.example/s3//' }, 'https://x.example/s3/my-bucket/k'],
    [{ service: 'sns' }, 'https://sns.eu-central-1.amazonaws.com/k'],
  ])('for %o is %s', (target, address) => {
    expect(addressOf(placeOf({ ...amazon, ...target }), 'k', {})).toBe(address);
  });

  it('is read by a browser as the key it was made of', () => {
    const key = 'ä b+c/%2e/(x)\'!*&=?#;:@$,"\\^`|{}<>[].txt';
    const url = new URL(addressOf(placeOf({ ...amazon, bucket: 'bucket' }), key, { a: 'b c+', d: '' }));
    expect(decodeURIComponent(url.pathname)).toBe(`/${key}`);
    expect(url.search).toBe('?a=b%20c%2B&d=');
  });
});

// The values of Amazon's own description of the algorithm ("Examples: Signature calculations", GET object and its query form).
const described = {
  credentials: {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
  service: 's3' as const,
  region: 'us-east-1',
  at: Date.UTC(2013, 4, 24),
};

describe('a signature', () => {
  it('is the one of Amazon’s description, in headers', async () => {
    const headers = { range: 'bytes=0-9' };
    const request = { url: 'https://examplebucket.s3.amazonaws.com/test.txt', method: 'GET', headers };
    expect((await signRequest(request, described)).headers.authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });

  it('is the one of Amazon’s description, in an address', async () => {
    const request = { url: 'https://examplebucket.s3.amazonaws.com/test.txt', method: 'GET', headers: {} };
    const address = await signAddress(request, described, 86400);
    expect(new URL(address).searchParams.get('X-Amz-Signature')).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  it('covers the body, so that nobody changes it on the way', async () => {
    const { store, s3 } = openFake();
    await s3.do('putObject', { objectKey: 'k', fileContents: 'secret' });
    const [request] = store.requests;
    if (!request) throw new Error('Nothing was sent.');
    expect((await store.fetch({ ...request, body: 'SECRET' })).status).toBe(403);
    expect((await store.fetch({ ...request, url: `${request.url}2` })).status).toBe(403);
    expect(
      (await store.fetch({ ...request, headers: { ...request.headers, 'content-type': 'x/y' } })).status,
    ).toBe(403);
    expect((await store.fetch(request)).status).toBe(200);
  });

  it('goes nowhere that it is redirected to', async () => {
    const { store, s3 } = openFake();
    await s3.do('putObject', { objectKey: 'k', fileContents: 'x' });
    await s3.do('putObjectWithPresignedUrl', { objectKey: 'k', fileContents: 'x' });
    expect(store.requests.map(({ redirect }) => redirect)).toEqual(['error', 'error']);
  });

  it('of a wrong secret is refused', async () => {
    const { s3 } = openFake({ secretAccessKey: 'WRONG' });
    expect((await s3.failureOf('listObjects')).message).toBe(
      'The store refuses the signature: the secret does not belong to the access key.',
    );
  });
});

describe('a presigned address', () => {
  const at = Date.UTC(2026, 0, 1);

  it.each([
    ['download', 'GET', 200],
    ['download', 'PUT', 403],
    ['upload', 'PUT', 200],
    ['upload', 'GET', 403],
  ])('for %s answers %s with %i', async (actionType, method, status) => {
    const { store, s3 } = openFake();
    store.clock = () => at;
    await s3.do('putObject', { objectKey: 'a b', fileContents: 'x' });
    const url = String(
      await s3.do('generatePresignedUrl', { objectKey: 'a b', actionType }, { now: () => at }),
    );
    expect((await store.fetch({ url, method, headers: {} })).status).toBe(status);
  });

  it('expires', async () => {
    const { store, s3 } = openFake();
    await s3.do('putObject', { objectKey: 'k', fileContents: 'x' });
    const inputs = { objectKey: 'k', expirationSeconds: '60' };
    const url = String(await s3.do('generatePresignedUrl', inputs, { now: () => at }));
    store.clock = () => at + 60_000;
    expect((await store.fetch({ url, method: 'GET', headers: {} })).status).toBe(200);
    store.clock = () => at + 61_000;
    expect((await store.fetch({ url, method: 'GET', headers: {} })).status).toBe(403);
  });

  it('that is handed on stays usable, and nothing but the secret is covered', async () => {
    const { s3 } = openFake();
    const url = String(await s3.do('generatePresignedUrl', { objectKey: 'k' }));
    expect(s3.hidden.filter((text) => url.includes(text))).toEqual([]);
    expect(url).toMatch(/^https:\/\/store\.example\/bucket\/k\?.*X-Amz-Expires=3600/);
  });

  it('is made for Amazon without asking it', async () => {
    const { fetch, requests } = fakeFetch(() => ({}));
    const action = awsS3.actions.generatePresignedUrl;
    if (!action) throw new Error('The action is gone.');
    const fields = { accessKeyId: 'A', secretAccessKey: 'B' };
    const accessKey = { key: 'apiKeySecret', configVarKey: 'C', fields };
    const url = await resultOf(
      action,
      { accessKey, awsRegion: 'eu-west-1', bucket: 'my-bucket', objectKey: 'x' },
      { fetch },
    );
    expect(url).toMatch(/^https:\/\/my-bucket\.s3\.eu-west-1\.amazonaws\.com\/x\?/);
    expect(requests).toEqual([]);
  });
});
