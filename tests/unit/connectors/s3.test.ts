import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { awsS3 } from '#lib/connectors/s3/index.ts';
import { FailureError } from '#lib/model/failure.ts';
import { openFake } from '../../support/fakeS3.ts';
import { xml } from '../../support/fakeStore.ts';
import { failureOf, fakeFetch, performAction, resultOf } from '../../support/performAction.ts';

const md5 = (content: string, form: 'hex' | 'base64') => createHash('md5').update(content).digest(form);
const text = (data: unknown) => new TextDecoder().decode(data as ArrayBuffer);

/** What an action makes of one answer, and the request that it asked with. */
async function answered(action: string, inputs: object, answer: string) {
  const { store, s3 } = openFake();
  store.before = () => xml(answer);
  const result = await s3.do(action, inputs as Record<string, unknown>);
  return { result, request: store.requests[0], log: s3.log };
}

describe('objects', () => {
  it('are written and read again with what they are', async () => {
    const { s3 } = openFake();
    const fileContents = { data: new TextEncoder().encode('a,b'), contentType: 'text/csv' };
    expect(await s3.do('putObject', { objectKey: 'x/y.csv', fileContents })).toEqual({
      ETag: `"${md5('a,b', 'hex')}"`,
    });
    const got = (await s3.do('getObject', { objectKey: 'x/y.csv' })) as { data: ArrayBuffer };
    expect({ ...got, data: text(got.data) }).toEqual({ data: 'a,b', contentType: 'text/csv' });
  });

  it('keep the key they were given, whatever stands in it', async () => {
    const { store, s3 } = openFake();
    const keys = [
      'a b+c.txt',
      "ä/ü(1)*'!~.txt",
      '%41&x=?#',
      '/lead//double/',
      'new\nline',
      '…',
      '.hidden/..x',
    ];
    for (const objectKey of keys) await s3.do('putObject', { objectKey, fileContents: 'x' });
    expect([...store.objects.keys()]).toEqual(keys);
    expect(await s3.do('listObjects')).toEqual([...keys].sort());
  });

  it('are written with tags, permissions and nothing that is empty', async () => {
    const { store, s3 } = openFake();
    const tagging = [
      { key: 'a b', value: 'c&d' },
      { key: 'n', value: 1 },
    ];
    await s3.do('putObject', { objectKey: 'k', fileContents: 'x', acl: 'private', tagging });
    await s3.do('putObject', { objectKey: 'l', fileContents: 'x', acl: '', tagging: [] });
    expect(store.objects.get('k')?.headers).toMatchObject({
      'x-amz-acl': 'private',
      'x-amz-tagging': 'a%20b=c%26d&n=1',
    });
    expect(Object.keys(store.objects.get('l')?.headers ?? {}).join()).not.toMatch(/acl|tagging/);
  });

  it('are listed as keys, and with metadata as a page', async () => {
    const { s3 } = openFake();
    for (const objectKey of ['a/1', 'a/2', 'b/1']) await s3.do('putObject', { objectKey, fileContents: 'x' });
    expect(await s3.do('listObjects', { prefix: 'a/', includeMetadata: 'false' })).toEqual(['a/1', 'a/2']);
    expect(await s3.do('listObjects', { maxKeys: '2', includeMetadata: 'true' })).toMatchObject({
      IsTruncated: true,
      Contents: [{ Key: 'a/1' }, { Key: 'a/2' }],
    });
  });

  it('say in the log that there are more of them than were listed', async () => {
    const more =
      '<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a</Key></Contents></ListBucketResult>';
    const { result, log } = await answered('listObjects', {}, more);
    expect(result).toEqual(['a']);
    expect(log).toEqual(['warn There are more objects than these 1: with metadata the list has pages.']);
  });

  it('tell size, type and age without being read', async () => {
    const { store, s3 } = openFake();
    const headers = {
      'content-length': '12',
      'content-type': 'text/csv',
      etag: '"e"',
      'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
      'x-amz-meta-author': 'me',
    };
    store.before = () => ({ headers });
    expect(await s3.do('headObject', { objectKey: 'k', versionId: 'v 1' })).toEqual({
      ContentLength: 12,
      ContentType: 'text/csv',
      ETag: '"e"',
      LastModified: '2026-01-01T00:00:00.000Z',
      Metadata: { author: 'me' },
    });
    expect(store.requests[0]).toMatchObject({
      method: 'HEAD',
      url: expect.stringMatching(/\?versionId=v%201$/),
    });
  });

  it('are deleted, also when they are not there', async () => {
    const { store, s3 } = openFake();
    await s3.do('putObject', { objectKey: 'k', fileContents: 'x' });
    expect(await s3.do('deleteObject', { objectKey: 'k' })).toEqual({});
    expect(await s3.do('deleteObject', { objectKey: 'k' })).toEqual({});
    expect(store.objects.size).toBe(0);
  });

  it('are deleted by the thousand, and what could not be is told', async () => {
    const { store, s3 } = openFake();
    store.before = () =>
      xml(
        '<DeleteResult><Deleted><Key>a</Key></Deleted><Error><Key>b</Key><Code>AccessDenied</Code></Error></DeleteResult>',
      );
    const objectKeys = Array.from({ length: 1001 }, (_, index) => (index === 0 ? 'a<&>' : `k${index}`));
    const row = { Key: 'b', Code: 'AccessDenied' };
    const done = await s3.do('deleteObjects', { objectKeys });
    expect(done).toEqual({ Deleted: [{ Key: 'a' }, { Key: 'a' }], Errors: [row, row] });
    expect(s3.log).toEqual(['warn 2 of 1001 objects could not be deleted.']);
    expect(String(store.requests[0]?.body)).toContain('<Object><Key>a&#60;&#38;&#62;</Key></Object>');
    expect(store.requests[1]?.body).toBe('<Delete><Object><Key>k1000</Key></Object></Delete>');
    expect(store.requests[1]?.headers['content-md5']).toBe(md5(String(store.requests[1]?.body), 'base64'));
  });

  it('are copied inside the store', async () => {
    const answer =
      '<CopyObjectResult><ETag>&quot;e&quot;</ETag><LastModified>2026-01-01T00:00:00Z</LastModified></CopyObjectResult>';
    const inputs = {
      sourceBucket: 'other',
      sourceKey: 'a b/+',
      destinationBucket: 'bucket',
      destinationKey: 'c',
      acl: 'private',
    };
    const { result, request } = await answered('copyObject', inputs, answer);
    expect(result).toEqual({ CopyObjectResult: { ETag: '"e"', LastModified: '2026-01-01T00:00:00Z' } });
    expect(request).toMatchObject({
      method: 'PUT',
      url: 'https://store.example/bucket/c',
      headers: { 'x-amz-copy-source': '/other/a%20b/%2B', 'x-amz-acl': 'private' },
    });
  });
});

describe('buckets', () => {
  it('are listed', async () => {
    const answer =
      '<R><Buckets><Bucket><Name>b</Name><CreationDate>2026</CreationDate></Bucket></Buckets></R>';
    expect((await answered('listBuckets', {}, answer)).result).toEqual([{ Name: 'b', CreationDate: '2026' }]);
  });

  it.each([
    ['<LocationConstraint/>', 'us-east-1'],
    [
      '<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">eu-central-1</LocationConstraint>',
      'eu-central-1',
    ],
    ['<LocationConstraint>EU</LocationConstraint>', 'eu-west-1'],
  ])('tell their region: %s', async (answer, region) => {
    expect((await answered('getBucketLocation', {}, answer)).result).toBe(region);
  });

  it('are checked and deleted', async () => {
    const { store, s3 } = openFake();
    store.before = () => ({ headers: { 'x-amz-bucket-region': 'eu-west-1' } });
    expect(await s3.do('headBucket')).toEqual({ BucketRegion: 'eu-west-1' });
    expect(await s3.do('deleteBucket')).toEqual({});
    expect(store.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'HEAD https://store.example/bucket/',
      'DELETE https://store.example/bucket/',
    ]);
  });
});

describe('parts', () => {
  it('become an object step by step', async () => {
    const { store, s3 } = openFake();
    const { UploadId: uploadId } = (await s3.do('createMultipartUpload', { objectKey: 'k' })) as {
      UploadId: string;
    };
    const at = { objectKey: 'k', uploadId };
    expect(await s3.do('listMultipartUploads')).toMatchObject({
      Uploads: [{ Key: 'k', UploadId: uploadId }],
    });
    const second = await s3.do('uploadPart', { ...at, partNumber: '2', fileChunk: 'b' });
    expect(second).toMatchObject({ part: { PartNumber: 2, ETag: expect.stringMatching(/^"\w{32}"$/) } });
    await s3.do('uploadPart', { ...at, partNumber: 1, fileChunk: 'a' });
    await s3.do('uploadPart', { ...at, partNumber: 3, fileChunk: 'c' });
    const parts = (await s3.do('listParts', at)) as { Parts: object[] };
    expect(parts.Parts).toHaveLength(3);
    await s3.do('completeMultipartUpload', { ...at, parts: parts.Parts.toReversed() });
    expect(text(store.objects.get('k')?.bytes)).toBe('abc');
  });

  it('are given up', async () => {
    const { store, s3 } = openFake();
    const { UploadId: uploadId } = (await s3.do('createMultipartUpload', { objectKey: 'k' })) as {
      UploadId: string;
    };
    await s3.do('abortMultipartUpload', { objectKey: 'k', uploadId });
    expect(store.uploads.size).toBe(0);
  });

  it('have addresses with which anybody can send them', async () => {
    const { store, s3 } = openFake();
    const { UploadId: uploadId } = (await s3.do('createMultipartUpload', { objectKey: 'k' })) as {
      UploadId: string;
    };
    const inputs = { objectKey: 'k', uploadId, urlsToGenerate: '2' };
    const urls = (await s3.do('generatePresignedForMultiparUploads', inputs)) as {
      url: string;
      partNumber: number;
    }[];
    expect(urls.map(({ partNumber }) => partNumber)).toEqual([1, 2]);
    const body = new TextEncoder().encode('x').buffer;
    for (const { url } of urls) await store.fetch({ url, method: 'PUT', headers: {}, body });
    expect([...(store.uploads.get(uploadId)?.parts.keys() ?? [])]).toEqual([1, 2]);
  });
});

const topic = 'arn:aws:sns:us-east-1:1:t';

describe('notices', () => {
  it.each([
    ['createTopic', { name: 't t' }, { TopicArn: topic }, 'Action=CreateTopic&Version=2010-03-31&Name=t%20t'],
    [
      'subscribeToTopic',
      { snsTopicArn: topic, endpoint: 'https://hooks.example/x' },
      { SubscriptionArn: 'pending' },
      'Action=Subscribe&Version=2010-03-31&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A1%3At&Protocol=https&Endpoint=https%3A%2F%2Fhooks.example%2Fx',
    ],
    [
      'unsubscribeFromTopic',
      { subscriptionArn: 's' },
      {},
      'Action=Unsubscribe&Version=2010-03-31&SubscriptionArn=s',
    ],
    ['getCurrentAccount', {}, { Account: '1' }, 'Action=GetCallerIdentity&Version=2011-06-15'],
  ])('are asked for by %s', async (action, inputs, expected, body) => {
    const [, operation = ''] = /Action=(\w+)/.exec(body) ?? [];
    const content = Object.entries(expected).map(([name, value]) => `<${name}>${value}</${name}>`);
    const answer = `<${operation}Response><${operation}Result>${content.join('')}</${operation}Result></${operation}Response>`;
    const { result, request } = await answered(action, inputs, answer);
    expect(result).toEqual(expected);
    expect(request?.body).toBe(body);
  });

  it('may be published by the bucket and by nobody else', async () => {
    const inputs = { snsTopicArn: topic, bucketOwnerAccountid: '123456789012' };
    const { request } = await answered('updateTopicPolicy', inputs, '<SetTopicAttributesResponse/>');
    const policy: unknown = JSON.parse(
      new URLSearchParams(String(request?.body)).get('AttributeValue') ?? '',
    );
    expect(policy).toMatchObject({
      Statement: [
        {
          Action: 'SNS:Publish',
          Resource: topic,
          Condition: {
            ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:bucket' },
            StringEquals: { 'aws:SourceAccount': '123456789012' },
          },
        },
      ],
    });
  });

  it('are sent besides those that the bucket sends already', async () => {
    const { store, s3 } = openFake();
    const queue = '<QueueConfiguration><Id>q</Id><Queue>arn</Queue></QueueConfiguration>';
    const old = (id: string) =>
      `<TopicConfiguration><Id>${id}</Id><Topic>old</Topic><Event>e</Event></TopicConfiguration>`;
    store.before = () =>
      xml(`<NotificationConfiguration>${queue}${old('new')}${old('kept')}</NotificationConfiguration>`);
    const inputs = {
      snsTopicArn: topic,
      eventNotificationName: 'new',
      eventsList: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'],
    };
    await s3.do('bucketEventTriggerConfiguration', inputs);
    const added = `<TopicConfiguration><Id>new</Id><Topic>${topic}</Topic><Event>s3:ObjectCreated:*</Event><Event>s3:ObjectRemoved:*</Event></TopicConfiguration>`;
    expect(store.requests[1]?.body).toBe(
      `<NotificationConfiguration>${queue}${old('kept')}${added}</NotificationConfiguration>`,
    );
  });
});

describe('the trigger', () => {
  const trigger = awsS3.actions.snsS3NotificationWebhook;
  if (!trigger) throw new Error('The trigger is gone.');
  const payload = (data: unknown) => ({
    headers: {},
    body: { data, contentType: 'text/plain' },
    queryParameters: {},
  });
  const notice = { Type: 'Notification', TopicArn: topic, Message: '{"Records":[]}' };
  const question = (SubscribeURL: string) => ({
    Type: 'SubscriptionConfirmation',
    TopicArn: topic,
    SubscribeURL,
  });

  it.each([
    ['text', JSON.stringify(notice)],
    ['data', notice],
  ])('takes the lane of a notice that comes as %s', async (_form, data) => {
    const result = await performAction(trigger, { expectedTopicArn: topic }, { payload: payload(data) });
    expect(result).toMatchObject({ branch: 'Notification', data: { headers: {}, body: { data: notice } } });
  });

  it('confirms a subscription at SNS', async () => {
    const { fetch, requests } = fakeFetch(() => ({ status: 200 }));
    const url = 'https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=t';
    const result = await performAction(trigger, {}, { payload: payload(question(url)), fetch });
    expect(result.branch).toBe('Subscribe');
    expect(requests.map((request) => request.url)).toEqual([url]);
  });

  it.each([
    [
      'an address of somebody else',
      question('https://sns.us-east-1.amazonaws.com.evil.example/'),
      /none of SNS/,
    ],
    ['an address without TLS', question('http://sns.us-east-1.amazonaws.com/'), /none of SNS/],
    ['another kind', { Type: 'UnsubscribeConfirmation' }, /neither/],
    ['nothing', '', /neither/],
    ['a list', '[1]', /neither/],
  ])('refuses %s', async (_what, data, message) => {
    const { code, ...failure } = await failureOf(trigger, {}, { payload: payload(data) });
    expect(code).toBe('input');
    expect(failure.message).toMatch(message);
  });

  it('refuses the notices of other topics', async () => {
    const failure = await failureOf(trigger, { expectedTopicArn: 'arn:other' }, { payload: payload(notice) });
    expect(failure.message).toBe('This notice is not of the topic arn:other.');
  });
});

describe('an input that cannot be meant', () => {
  it.each([
    ['listObjects', { bucket: 'a/b' }, /“a\/b” is no name of a bucket/],
    ['listObjects', { bucket: '..' }, /no name of a bucket/],
    ['headBucket', { bucket: 'a?b' }, /no name of a bucket/],
    ['deleteBucket', { awsRegion: 'evil.example/#' }, /no name of a region/],
    ['getBucketLocation', { bucket: 'x@evil.example' }, /no name of a bucket/],
    ['listBuckets', { awsRegion: 'us east' }, /no name of a region/],
    ['getObject', { objectKey: 'a/../b' }, /“\.” or “\.\.”/],
    ['headObject', { objectKey: '.' }, /“\.” or “\.\.”/],
    ['deleteObject', { objectKey: '\ud800' }, /half of a character/],
    [
      'putObject',
      { objectKey: 'k', fileContents: { data: 'x', contentType: 'text/plain\n' } },
      /cannot be sent as content-type/,
    ],
    ['deleteObjects', { objectKeys: 'no list' }, /needs a list/],
    ['deleteObjects', { objectKeys: ['a', ''] }, /is empty/],
    ['deleteObjects', { objectKeys: ['a\u0001'] }, /a list of keys cannot hold/],
    [
      'copyObject',
      { sourceBucket: 'b', sourceKey: '..', destinationBucket: 'b', destinationKey: 'k' },
      /“\.\.”/,
    ],
    ['generatePresignedUrl', { objectKey: 'k', expirationSeconds: '604801' }, /from 1 to 604800/],
    [
      'generatePresignedForMultiparUploads',
      { objectKey: 'k', uploadId: 'u', urlsToGenerate: 0 },
      /1 to 10000 parts/,
    ],
    ['createMultipartUpload', { objectKey: '..' }, /“\.\.”/],
    ['uploadPart', { objectKey: 'k', uploadId: 'u', partNumber: '10001', fileChunk: 'x' }, /1 to 10000/],
    ['listParts', { objectKey: './x', uploadId: 'u' }, /“\.”/],
    [
      'completeMultipartUpload',
      { objectKey: 'k', uploadId: 'u', parts: [{ PartNumber: 'x' }] },
      /PartNumber and an ETag/,
    ],
    ['completeMultipartUpload', { objectKey: 'k', uploadId: 'u', parts: {} }, /a list of parts/],
    ['abortMultipartUpload', { objectKey: '..', uploadId: 'u' }, /“\.\.”/],
    ['listMultipartUploads', { bucket: '' }, /no name of a bucket/],
    ['createTopic', { name: 'n', awsRegion: '*' }, /no name of a region/],
    ['subscribeToTopic', { snsTopicArn: 't', endpoint: 'hooks.example' }, /no address that notices/],
    ['unsubscribeFromTopic', { subscriptionArn: 's', awsRegion: '/' }, /no name of a region/],
    [
      'updateTopicPolicy',
      { snsTopicArn: 't', bucketOwnerAccountid: '1', awsRegion: '/' },
      /no name of a region/,
    ],
    [
      'bucketEventTriggerConfiguration',
      { snsTopicArn: 't', eventNotificationName: 'n', eventsList: 'e' },
      /needs a list/,
    ],
    ['putObjectWithPresignedUrl', { presignedUrl: 'ftp://x', fileContents: 'x' }, /no address/],
    ['putObjectWithPresignedUrl', { presignedUrl: '', fileContents: 'x' }, /neither a presigned URL nor/],
  ])('of %s is refused before anything is sent: %o', async (action, inputs, message) => {
    const { store, s3 } = openFake();
    const failure = await s3.failureOf(action, inputs);
    expect(failure).toMatchObject({ code: 'input', message: expect.stringMatching(message) });
    expect(store.requests).toEqual([]);
  });

  it('may be the endpoint of the connection', async () => {
    const { s3 } = openFake({ endpoint: 'store' });
    expect((await s3.failureOf('listBuckets')).message).toBe(
      'The endpoint “store” is no address of a store.',
    );
  });

  it.each(['getCurrentAccount', 'listBuckets'])('may be that nobody asks, of %s', async (action) => {
    const definition = awsS3.actions[action];
    if (!definition) throw new Error('The action is gone.');
    expect(await failureOf(definition)).toMatchObject({
      code: 'connection',
      message: 'There is no access key, or no secret to it.',
    });
  });
});

describe('the connector', () => {
  it('reads the inputs of files as they are written there', async () => {
    const { store, s3 } = openFake();
    const empty = { dynamicAccessKeyId: '', dynamicSecretAccessKey: '', dynamicSessionToken: '' };
    const list = {
      ...empty,
      awsRegion: '',
      continuationToken: '',
      includeMetadata: 'false',
      maxKeys: '',
      prefix: 'unity-catalog/',
    };
    await s3.do('putObject', {
      ...empty,
      acl: '',
      awsRegion: 'us-east-2',
      fileContents: 'a,b',
      objectKey: 'unity-catalog/x.csv',
      tagging: [],
    });
    expect(await s3.do('listObjects', list)).toEqual(['unity-catalog/x.csv']);
    expect(store.requests[0]?.headers.authorization).toContain('/us-east-2/s3/aws4_request');
  });

  it('lets dynamic keys stand in for the connection', async () => {
    const { store, s3 } = openFake({ accessKeyId: 'WRONG' });
    const keys = { dynamicAccessKeyId: 'KEY', dynamicSecretAccessKey: 'SECRET/with+signs' };
    await expect(s3.do('listObjects')).rejects.toThrow();
    expect(await s3.do('listObjects', { ...keys, dynamicSessionToken: 'TOKEN' })).toEqual([]);
    expect(store.requests.at(-1)?.headers['x-amz-security-token']).toBe('TOKEN');
    expect(s3.hidden).toEqual(expect.arrayContaining(['SECRET/with+signs', 'TOKEN']));
  });

  it('signs in as a role first', async () => {
    const { store } = openFake();
    const given = { AccessKeyId: 'KEY', SecretAccessKey: 'SECRET/with+signs', SessionToken: 'T' };
    const content = Object.entries(given).map(([name, value]) => `<${name}>${value}</${name}>`);
    store.before = ({ url }) =>
      url === 'https://store.example/'
        ? xml(
            `<AssumeRoleResponse><AssumeRoleResult><Credentials>${content.join('')}</Credentials></AssumeRoleResult></AssumeRoleResponse>`,
          )
        : undefined;
    const fields = {
      roleARN: 'arn:role',
      externalId: 'e',
      accessKeyId: 'A',
      secretAccessKey: 'B',
      endpoint: 'https://store.example',
    };
    const accessKey = { key: 'awsAssumeRole', configVarKey: 'Role', fields };
    const action = awsS3.actions.listObjects;
    if (!action) throw new Error('The action is gone.');
    expect(await resultOf(action, { accessKey, bucket: 'bucket' }, { fetch: store.fetch })).toEqual([]);
    expect(store.requests[0]?.body).toContain('Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Arole');
    expect(store.requests[1]?.headers['x-amz-security-token']).toBe('T');
  });

  it.each([
    ['listObjects', { bucket: 'my-bucket', awsRegion: 'eu-west-1' }, 'https://s3.eu-west-1.amazonaws.com'],
    ['getCurrentAccount', {}, 'https://sts.us-east-1.amazonaws.com'],
    ['createTopic', { name: 'n' }, 'https://sns.us-east-1.amazonaws.com'],
  ])(
    'opens its connection for the service that %s asks, and sends nothing when that is refused',
    async (action, inputs, address) => {
      const { store, s3 } = openFake({ endpoint: '' });
      const opened: unknown[] = [];
      const open = (_connection: unknown, to?: string) => {
        opened.push(to);
        return Promise.reject(new FailureError({ code: 'connection', message: 'Not meant for it.' }));
      };
      const failure = await s3.failureOf(action, inputs, { secrets: { open, hide: () => undefined } });
      expect(failure.message).toBe('Not meant for it.');
      expect({ opened, requests: store.requests }).toEqual({ opened: [address], requests: [] });
    },
  );
});
