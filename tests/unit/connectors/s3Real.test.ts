/** Amazon S3 against a real store, in Node; the same in a browser is `tests/e2e/s3.spec.ts`. */
import { beforeAll, describe, expect, it } from 'vitest';
import { brokenOffAndResumed, refusals, roundTrip, stopped } from '../../hosts/s3Essentials.ts';
import { S3Store, type StorePlace } from '../../hosts/s3Store.ts';
import { STORE_KEYS } from '../../support/radosgw.ts';
import { makeBucket, NO_STORE, storeEndpoint } from '../../support/radosgwBucket.ts';

if (!storeEndpoint) console.log(NO_STORE);

describe.skipIf(!storeEndpoint)('a real store', { timeout: 5 * 60_000 }, () => {
  const endpoint = storeEndpoint ?? '';
  let place: StorePlace;
  let store: S3Store;
  beforeAll(async () => {
    place = { endpoint, bucket: await makeBucket(endpoint), ...STORE_KEYS };
    store = new S3Store(place);
  });

  it('takes, lists, shows, copies and deletes objects under any key', async () => {
    const keys = ['/lead//x', "a +ü/ (1)*'!~%41&=?#.txt", 'new\nline'];
    for (const objectKey of keys)
      await store.do('putObject', { objectKey, fileContents: 'hi', tagging: [{ key: 'a b', value: 'c&d' }] });
    expect(await store.do('listObjects')).toEqual(keys);
    const objectKey = keys[1] ?? '';
    expect(await store.do('getObject', { objectKey })).toEqual({
      data: new TextEncoder().encode('hi').buffer,
      contentType: 'text/plain',
    });
    expect(await store.do('headObject', { objectKey })).toMatchObject({
      ContentLength: 2,
      ETag: '"49f68a5c8493ec2c0bf489821c21fc3b"',
    });
    const { bucket } = place;
    const copy = {
      sourceBucket: bucket,
      sourceKey: objectKey,
      destinationBucket: bucket,
      destinationKey: 'b+c',
    };
    expect(await store.do('copyObject', copy)).toMatchObject({ CopyObjectResult: {} });
    expect(await store.do('deleteObject', { objectKey: keys[0] })).toEqual({});
    await store.do('deleteObjects', { objectKeys: [...keys.slice(1), 'b+c', 'never there'] });
    expect(await store.do('listObjects')).toEqual([]);
  });

  it('lists objects page by page', async () => {
    for (const objectKey of ['p/1', 'p/2', 'p/3'])
      await store.do('putObject', { objectKey, fileContents: 'x' });
    const asked = { prefix: 'p/', maxKeys: '2', includeMetadata: 'true' };
    const first = (await store.do('listObjects', asked)) as { NextContinuationToken: string };
    expect(first).toMatchObject({ IsTruncated: true, Contents: [{ Key: 'p/1', Size: 1 }, { Key: 'p/2' }] });
    const more = { ...asked, continuationToken: first.NextContinuationToken };
    expect(await store.do('listObjects', more)).toMatchObject({
      IsTruncated: false,
      Contents: [{ Key: 'p/3' }],
    });
  });

  it('tells of buckets, and deletes one that is empty', async () => {
    const bucket = await makeBucket(endpoint);
    expect(await store.do('listBuckets')).toContainEqual(expect.objectContaining({ Name: bucket }));
    expect(await store.do('getBucketLocation', { bucket })).toEqual(expect.any(String));
    expect(await store.do('headBucket', { bucket })).toEqual({});
    expect(await store.do('deleteBucket', { bucket })).toEqual({});
    expect((await store.failureOf('headBucket', { bucket })).message).toBe(`There is no bucket “${bucket}”.`);
  });

  it('takes an upload in parts step by step, and by addresses for its parts', async () => {
    const at = { objectKey: 'steps.bin' };
    const { UploadId: uploadId } = (await store.do('createMultipartUpload', at)) as { UploadId: string };
    const upload = { ...at, uploadId };
    const first = new Uint8Array(5 * 1024 * 1024).fill(7);
    await store.do('uploadPart', { ...upload, partNumber: '1', fileChunk: first });
    const urls = await store.do('generatePresignedForMultiparUploads', { ...upload, urlsToGenerate: 2 });
    const presignedUrl = (urls as { url: string }[])[1]?.url;
    await store.do('putObjectWithPresignedUrl', {
      presignedUrl,
      fileContents: { data: 'end', contentType: '' },
    });
    const { Parts: parts } = (await store.do('listParts', upload)) as { Parts: object[] };
    expect(parts).toMatchObject([
      { PartNumber: 1, Size: first.byteLength },
      { PartNumber: 2, Size: 3 },
    ]);
    await store.do('completeMultipartUpload', { ...upload, parts });
    expect(await store.do('headObject', at)).toMatchObject({ ContentLength: first.byteLength + 3 });
  });

  it('forgets an upload in parts that is given up', async () => {
    const at = { objectKey: 'given/up +ä' };
    const { UploadId: uploadId } = (await store.do('createMultipartUpload', at)) as { UploadId: string };
    expect(await store.do('listMultipartUploads')).toMatchObject({
      Uploads: [{ Key: at.objectKey, UploadId: uploadId }],
    });
    await store.do('abortMultipartUpload', { ...at, uploadId });
    expect(await store.do('listMultipartUploads')).toMatchObject({ Uploads: [] });
  });

  it('has topics, and sends them the notices of a bucket', async () => {
    const { TopicArn: snsTopicArn } = (await store.do('createTopic', { name: 'uploads' })) as {
      TopicArn: string;
    };
    expect(snsTopicArn).toMatch(/^arn:aws:sns:.*:uploads$/);
    const notice = { snsTopicArn, eventsList: ['s3:ObjectCreated:*'] };
    for (const eventNotificationName of ['one', 'two'])
      expect(await store.do('bucketEventTriggerConfiguration', { ...notice, eventNotificationName })).toEqual(
        {},
      );
  });

  it.each(['putObject', 'putObjectWithPresignedUrl'] as const)(
    'takes 100 MB by %s and gives back the same',
    async (writing) => {
      const { sent, got, contentType, lines, unfinished } = await roundTrip(place, writing);
      expect(got).toBe(sent);
      expect({ contentType, unfinished }).toEqual({ contentType: 'application/x-test', unfinished: 0 });
      expect(lines).toHaveLength(13);
      expect(lines.at(-1)).toBe('info Sent 13 of 13 parts, 100 of 100 MB.');
    },
  );

  it('has an upload that was broken off go on', async () => {
    const { failure, retry, partsSent, lines, sent, got, unfinished } = await brokenOffAndResumed(place);
    expect({ retry, partsSent, unfinished }).toEqual({ retry: true, partsSent: 2, unfinished: 0 });
    expect(failure).toContain('CORS missing, or wrong key, secret or clock');
    expect(lines).toContain('info An upload that was broken off goes on: 3 of 5 parts are there.');
    expect(got).toBe(sent);
  });

  it('keeps nothing of an upload whose run is stopped', async () => {
    const { failure, lines, unfinished } = await stopped(place);
    expect({ failure, last: lines.at(-1), unfinished }).toEqual({
      failure: 'AbortError',
      last: 'info The unfinished upload was given up.',
      unfinished: 0,
    });
  });

  it('refuses a wrong secret, a wrong clock, what has expired and what was changed', async () => {
    const wrongSecret = 'The store refuses the signature: the secret does not belong to the access key.';
    expect(await refusals(place)).toEqual({
      wrongSecret,
      wrongSecretPut: wrongSecret,
      expired: 'The store refuses the signed address: it has expired, or it is for something else.',
      skewed: expect.stringMatching(/^The clock of this computer is .*, so the store refuses/),
      valid: 200,
      otherKey: 403,
      otherMethod: 403,
      tamperedBody: 'What arrived at the store is not what was sent: something changed it on the way.',
    });
  });

  it('says what is not there', async () => {
    expect((await store.failureOf('getObject', { objectKey: 'no/such' })).message).toBe(
      `There is no object “no/such” in the bucket “${place.bucket}”.`,
    );
  });
});
