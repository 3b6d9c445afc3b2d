import { describe, expect, it } from 'vitest';
import { corsRuleJson, corsRuleXml } from '#lib/connectors/s3/corsRule.ts';
import { awsS3 } from '#lib/connectors/s3/index.ts';
import { childrenOf, readXml } from '#lib/connectors/s3/xml.ts';
import { FailureError } from '#lib/model/failure.ts';
import { openFake } from '../../support/fakeS3.ts';
import { refusal, xml } from '../../support/fakeStore.ts';

const NOW = Date.UTC(2026, 0, 1);

async function failureAt(answer: ReturnType<typeof refusal>, action = 'getObject') {
  const { store, s3 } = openFake();
  store.before = () => answer;
  return await s3.failureOf(action, { objectKey: 'a/b' }, { now: () => NOW });
}

describe('what a store refuses', () => {
  it.each([
    [404, 'NoSuchKey', '', 'remote', 'There is no object “a/b” in the bucket “bucket”.'],
    [404, 'NoSuchBucket', '', 'remote', 'There is no bucket “bucket”.'],
    [403, 'AccessDenied', '', 'connection', 'The store does not allow this to the access key that asks.'],
    [403, 'InvalidAccessKeyId', '', 'connection', 'The store does not know this access key.'],
    [400, 'ExpiredToken', '', 'connection', 'The session token has expired.'],
    [
      403,
      'RequestTimeTooSkewed',
      '<ServerTime>2026-01-01T01:01:00Z</ServerTime>',
      'connection',
      'The clock of this computer is 61 minutes behind, so the store refuses what is signed here.',
    ],
    [
      403,
      'RequestTimeTooSkewed',
      '',
      'connection',
      'The clock of this computer is wrong, so the store refuses what is signed here.',
    ],
    [
      400,
      'AuthorizationHeaderMalformed',
      '<Region>eu-west-1</Region>',
      'connection',
      'The bucket is in another region than us-east-1: in eu-west-1.',
    ],
    [301, 'PermanentRedirect', '', 'connection', 'The bucket is in another region than us-east-1.'],
    [501, 'NotImplemented', '', 'unsupported', 'The store does not know this kind of request.'],
    [
      400,
      'constructor',
      '',
      'remote',
      'The store answered with status 400 (constructor): Said by the store.',
    ],
  ])('with %i %s%s is a failure of %s', async (status, code, more, kind, message) => {
    expect(await failureAt(refusal(status, code, more))).toMatchObject({ code: kind, message });
  });

  it.each([
    [404, 'There is no object “a/b”, or no bucket “bucket”.'],
    [403, 'The store does not allow this to the access key that asks.'],
    [500, 'The store answered with status 500.'],
  ])('without a word, with %i, is told by its status', async (status, message) => {
    expect((await failureAt({ status }, 'headObject')).message).toBe(message);
  });

  it.each([
    [503, 'SlowDown', true],
    [500, 'InternalError', true],
    [400, 'RequestTimeout', true],
    [400, 'XAmzContentSHA256Mismatch', true],
    [403, 'SignatureDoesNotMatch', false],
    [404, 'NoSuchKey', false],
  ])('with %i %s may pass: %s', async (status, code, retry) => {
    expect((await failureAt(refusal(status, code))).retry).toBe(retry);
  });

  it('is found as well in an answer that began as a success', async () => {
    const { store, s3 } = openFake();
    store.before = () => refusal(200, 'InternalError');
    const inputs = { sourceBucket: 'b', sourceKey: 'k', destinationBucket: 'bucket', destinationKey: 'l' };
    expect(await s3.failureOf('copyObject', inputs)).toMatchObject({ code: 'remote', retry: true });
  });

  it('is found in the answers of other services', async () => {
    const answer = xml(
      '<ErrorResponse><Error><Code>InvalidClientTokenId</Code></Error></ErrorResponse>',
      403,
    );
    expect((await failureAt(answer, 'getCurrentAccount')).message).toBe(
      'The store does not know this access key.',
    );
  });
});

describe('no answer', () => {
  it.each([
    ['from the browser', new TypeError('Failed to fetch')],
    ['from the engine', new FailureError({ code: 'remote', message: 'store.example could not be reached.' })],
  ])('%s says what may be the reason', async (_where, thrown) => {
    const { store, s3 } = openFake();
    store.before = () => {
      throw thrown;
    };
    expect(await s3.failureOf('getObject', { objectKey: 'k' })).toMatchObject({
      code: 'connection',
      message: 'store.example gave no answer that may be read: CORS missing, or wrong key, secret or clock.',
      retry: true,
      detail: thrown.message,
    });
  });

  it('in time stays that', async () => {
    const { store, s3 } = openFake();
    const failure = { code: 'timeout', message: 'Too long.' } as const;
    store.before = () => {
      throw new FailureError(failure);
    };
    expect(await s3.failureOf('getObject', { objectKey: 'k' })).toMatchObject(failure);
  });
});

describe('an answer that is no XML of a store', () => {
  it.each(['', 'Hello', '<html><p>Sign in', '<html><p>Sign in</p></html>', '{"a":1}'])(
    'is said to be none: %s',
    async (text) => {
      const { store, s3 } = openFake();
      store.before = () => ({ body: new TextEncoder().encode(text).buffer });
      expect((await s3.failureOf('listObjects')).message).toBe('The answer is not the XML of the service.');
    },
  );

  it.each([
    '<R><__proto__><Key>x</Key></__proto__><Contents><Key>k</Key></Contents></R>',
    '<R><constructor>1</constructor></R>',
  ])('harms nothing with its names: %s', async (text) => {
    const content = await readXml(text).then(
      ([, read]) => read,
      () => '',
    );
    expect(childrenOf(content, 'toString')).toEqual([]);
    expect(({} as Record<string, unknown>).Key).toBeUndefined();
  });

  it('does not grow without end', async () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(1000)}">${Array.from({ length: 9 }, (_, index) => `<!ENTITY b${index} "&${index === 0 ? 'a' : `b${index - 1}`};${'&a;'.repeat(9)}">`).join('')}]><r>${'&b8;'.repeat(1000)}</r>`;
    const size = await readXml(bomb).then(
      (read) => JSON.stringify(read).length,
      () => 0,
    );
    expect(size).toBeLessThan(2_000_000);
  });
});

describe('the CORS rule', () => {
  it('stands in the help of every connection, in both its forms', () => {
    for (const { help } of Object.values(awsS3.connections ?? {})) {
      expect(help).toContain(corsRuleJson);
      expect(help).toContain(corsRuleXml);
    }
  });

  it('lets a page do what the actions do, and read what they need', async () => {
    const [rule] = JSON.parse(corsRuleJson) as Record<string, string[]>[];
    const [, content] = await readXml(corsRuleXml);
    const [element] = childrenOf(content, 'CORSRule');
    const names = {
      AllowedMethods: 'AllowedMethod',
      ExposeHeaders: 'ExposeHeader',
      AllowedHeaders: 'AllowedHeader',
    };
    for (const [plural, one] of Object.entries(names))
      expect(childrenOf(element, one)).toEqual([rule?.[plural]].flat());
    expect(rule?.AllowedMethods).toEqual(expect.arrayContaining(['GET', 'PUT', 'POST', 'DELETE', 'HEAD']));
    expect(rule?.ExposeHeaders).toContain('ETag');
  });
});
