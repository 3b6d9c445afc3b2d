import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { hash } from '#lib/connectors/hash/index.ts';
import { failureOf, performAction, resultOf } from '../../support/performAction.ts';

const action = (key: string) => hash.actions[key] as StepDefinition;
const perform = (key: string, inputs: Record<string, unknown>) => resultOf(action(key), inputs);

const names = [
  ...['md5', 'md5-sha1', 'sha1', 'ripemd160', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-224'],
  ...['sha512-256', 'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512', 'blake2b512', 'blake2s256'],
];
const missing = ['md4', 'sm3', 'whirlpool'];
const keyOf = (name: string) => `compute${name.charAt(0).toUpperCase()}${name.slice(1)}`;

describe('hash', () => {
  it.each(names)('%s is the same as elsewhere', async (name) => {
    for (const message of ['', 'Grüße 👍', 'a'.repeat(1000)]) {
      const expected = createHash(name).update(message).digest('hex');
      expect(await perform(keyOf(name), { message })).toBe(expected);
      expect(await perform('computeHash', { hashFunction: name.toUpperCase(), message })).toBe(expected);
    }
  });

  it.each(names.filter((name) => name !== 'md5-sha1'))('%s signs as elsewhere', async (hashFunction) => {
    for (const secretKey of ['k', 'k'.repeat(300)]) {
      const expected = createHmac(hashFunction, secretKey).update('Grüße').digest('hex');
      expect(await perform('computeHmac', { hashFunction, secretKey, message: 'Grüße' })).toBe(expected);
    }
  });

  it('is SHA-256 when nobody says more', async () => {
    expect(await perform('computeHash', { message: 'a' })).toBe(
      await perform('computeSha256', { message: 'a' }),
    );
  });

  it('takes files and bytes as they are, an object as JSON', async () => {
    const bytes = new Uint8Array([0, 255, 128]);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(await perform('computeSha256', { message: { data: bytes.buffer, contentType: '' } })).toBe(
      expected,
    );
    expect(await perform('computeSha256', { message: bytes })).toBe(expected);
    expect(await perform('computeSha256', { message: { a: 1 } })).toBe(
      createHash('sha256').update('{"a":1}').digest('hex'),
    );
    expect(await perform('computeHmac', { secretKey: bytes, message: 'a' })).toBe(
      createHmac('sha256', bytes).update('a').digest('hex'),
    );
  });

  it.each(missing)('says why %s cannot be computed', async (name) => {
    expect(action(keyOf(name))).toMatchObject({ needs: 'never' });
    for (const [key, inputs] of [
      [keyOf(name), {}],
      ['computeHash', { hashFunction: name }],
      ['computeHmac', { hashFunction: name, secretKey: 'k' }],
    ] as const)
      expect(await failureOf(action(key), inputs)).toMatchObject({ code: 'unsupported' });
  });

  it.each(['sha257', '__proto__', 'constructor', 'toString'])(
    'knows no function %s',
    async (hashFunction) => {
      expect(await failureOf(action('computeHash'), { hashFunction })).toMatchObject({
        code: 'input',
        message: `“${hashFunction}” is no hash function.`,
      });
      expect(await failureOf(action('computeHmac'), { hashFunction, secretKey: 'k' })).toMatchObject({
        code: 'input',
      });
    },
  );

  it('does not sign with two functions at once', async () => {
    expect(
      await failureOf(action('computeHmac'), { hashFunction: 'md5-sha1', secretKey: 'k' }),
    ).toMatchObject({
      code: 'unsupported',
    });
  });
});

describe('hmacWebhookTrigger', () => {
  const body = '{"name": "Grüße"}';
  const secretKey = 'secret123';
  const signature = (encoding: 'hex' | 'base64', name = 'sha256', key = secretKey) =>
    createHmac(name, key).update(body).digest(encoding);
  const payloadWith = (headers: Record<string, string>, data = body) => ({
    headers,
    queryParameters: {},
    rawBody: { data, contentType: 'application/json' },
    body: { data: JSON.parse(data) as unknown, contentType: 'application/json' },
  });
  const trigger = action('hmacWebhookTrigger');
  const start = async (given: string, inputs: Record<string, unknown> = {}) =>
    await resultOf(trigger, { secretKey, ...inputs }, { payload: payloadWith({ 'X-HMAC-Hash': given }) });
  const refusalOf = async (given: string, inputs: Record<string, unknown> = {}) =>
    await failureOf(trigger, { secretKey, ...inputs }, { payload: payloadWith({ 'x-hmac-hash': given }) });

  it.each([
    ['hexadecimal', signature('hex')],
    ['capital hexadecimal', signature('hex').toUpperCase()],
    ['Base64', signature('base64')],
    ['hexadecimal behind a name', `sha256=${signature('hex')}`],
    ['Base64 behind a name', `SHA256=${signature('base64')}`],
    ['hexadecimal with space around', ` ${signature('hex')} `],
  ])('starts with the request when it is signed in %s', async (_form, given) => {
    expect(await start(given)).toMatchObject({ body: { data: { name: 'Grüße' } }, queryParameters: {} });
  });

  it('looks at the header and takes the function it is told', async () => {
    const payload = payloadWith({ 'x-hub-signature': `sha1=${signature('hex', 'sha1')}` });
    const inputs = { secretKey, hmacHeaderName: 'X-Hub-Signature', hashFunction: 'sha1' };
    expect(await resultOf(trigger, inputs, { payload })).toBe(payload);
  });

  it.each([
    ['of another secret', signature('hex', 'sha256', 'secret124')],
    ['of another function', signature('hex', 'sha512')],
    ['that is cut short', signature('hex').slice(0, -2)],
    ['that is too long', `${signature('hex')}00`],
    ['that differs in its last digit', signature('hex').replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['that is only a name', 'sha256='],
    ['that is something else', 'not a signature'],
    ['behind the name of another function', `sha1=${signature('hex')}`],
  ])('refuses a signature %s', async (_what, given) => {
    expect(await refusalOf(given)).toMatchObject({
      code: 'remote',
      retry: false,
      message: expect.stringContaining('is not that of this request') as string,
    });
  });

  it('refuses a body that was changed by a space', async () => {
    const payload = payloadWith({ 'x-hmac-hash': signature('hex') }, body.replace(': ', ':'));
    expect(await failureOf(trigger, { secretKey }, { payload })).toMatchObject({ code: 'remote' });
  });

  it('refuses a request without a signature', async () => {
    expect(await refusalOf('')).toMatchObject({
      message: expect.stringContaining('has no signature') as string,
    });
    expect(await failureOf(trigger, { secretKey }, { payload: {} })).toMatchObject({ code: 'remote' });
  });

  it('refuses every request while the secret key is empty', async () => {
    expect(await refusalOf(signature('hex', 'sha256', ''), { secretKey: '' })).toMatchObject({
      code: 'input',
    });
  });

  it('opens the secret of a connection for no address: nothing of it leaves', async () => {
    const connection = { key: 'hmacSecretKey', configVarKey: 'Sender', fields: {} };
    const asked: unknown[] = [];
    const context = (secret: string) => ({
      payload: payloadWith({ 'x-hmac-hash': signature('hex') }),
      secrets: {
        hide: () => undefined,
        open: (_connection: unknown, address?: string) => {
          asked.push(address);
          return Promise.resolve({ key: 'hmacSecretKey', fields: { secretKey: secret } });
        },
      },
    });
    const { data } = await performAction(trigger, { secretKey: connection }, context(secretKey));
    expect(data).toHaveProperty('body');
    expect(asked).toEqual([undefined]);
    expect(await failureOf(trigger, { secretKey: connection }, context(''))).toMatchObject({ code: 'input' });
  });
});
