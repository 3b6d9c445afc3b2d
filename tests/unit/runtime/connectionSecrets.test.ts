/** Who may open a connection, for which address, and what is covered afterwards (architecture 9). */
import { describe, expect, it } from 'vitest';
import { connectionValue } from '#lib/model/connectionValue.ts';
import type { FailureError } from '#lib/model/failure.ts';
import type { ConfigVar } from '#lib/model/integration.ts';
import { ConnectionSecrets, type Held } from '#lib/runtime/ConnectionSecrets.ts';
import { Mask } from '#lib/vault/Mask.ts';

const connector = { connector: 'http', key: 'basic', version: 'LATEST', isPublic: true };

const acme: ConfigVar = {
  key: 'Acme',
  dataType: 'connection',
  description: '',
  connection: connector,
  inputs: { username: { type: 'value', value: 'ada' }, password: { type: 'value', value: '' } },
};

const held: Held = {
  kind: 'http/basic',
  origins: ['https://api.example'],
  fields: { username: 'ada.lovelace', password: 'analytical' },
};

function open(found: Held | 'nothing' = held, configVar = acme) {
  const mask = new Mask();
  const secrets = new ConnectionSecrets(
    [configVar],
    () => Promise.resolve(found === 'nothing' ? undefined : found),
    mask,
  );
  return { mask, secrets, connection: connectionValue(configVar, undefined) };
}

const answer = { status: 200, headers: {}, body: new ArrayBuffer(0), url: '' };

const codeOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (thrown: unknown) => (thrown as FailureError).failure.code,
  );

describe('opening', () => {
  it('gives what the vault holds before what the document says', async () => {
    const { secrets, connection } = open();
    expect(await secrets.open(connection, 'https://api.example/x')).toEqual({
      key: 'basic',
      fields: { username: 'ada.lovelace', password: 'analytical' },
    });
  });

  it.each(['https://api.example.evil/x', 'http://api.example/x', 'https://api.example:8443/x'])(
    'is refused for %s, which it was not meant for',
    async (address) => {
      const { secrets, connection } = open();
      expect(await codeOf(secrets.open(connection, address))).toBe('connection');
    },
  );

  it('is refused when the document says that it is a connection of another kind', async () => {
    const other = { ...acme, connection: { ...connector, connector: 'evil' } };
    const { secrets, connection } = open(held, other);
    expect(await codeOf(secrets.open(connection, 'https://api.example/x'))).toBe('connection');
  });

  it('of what only the document holds is for any address', async () => {
    const { secrets, connection } = open('nothing');
    expect((await secrets.open(connection, 'https://any.example/')).fields).toEqual({
      username: 'ada',
      password: '',
    });
  });

  it('for no address is for what does not leave: another place gets nothing of it', async () => {
    const { secrets, connection } = open();
    expect((await secrets.open(connection)).fields.password).toBe('analytical');
    const fetch = secrets.guard(() => Promise.resolve(answer));
    const request = { url: 'https://evil.example/', method: 'POST', headers: {}, body: 'analytical' };
    expect(await codeOf(fetch(request, new AbortController().signal))).toBe('connection');
  });

  it('of another connection lets nothing of this one go there', async () => {
    const dummy = {
      ...acme,
      key: 'Dummy',
      inputs: { password: { type: 'value' as const, value: 'made-up' } },
    };
    const mask = new Mask();
    const find = (key: string) => Promise.resolve(key === 'Acme' ? held : undefined);
    const secrets = new ConnectionSecrets([acme, dummy], find, mask);
    await secrets.open(connectionValue(acme, undefined), 'https://api.example/x');
    await secrets.open(connectionValue(dummy, undefined), 'https://evil.example/');
    const fetch = secrets.guard(() => Promise.resolve(answer));
    const request = { url: 'https://evil.example/', method: 'POST', headers: {}, body: 'got analytical' };
    expect(await codeOf(fetch(request, new AbortController().signal))).toBe('connection');
    expect(await codeOf(fetch({ ...request, body: 'made-up' }, new AbortController().signal))).toBe('done');
  });

  it('covers no public field of a kind that is not known here', async () => {
    const shop: ConfigVar = {
      ...acme,
      connection: { ...connector, connector: 'shop' },
      inputs: { scopes: { type: 'value', value: 'read' }, signature: { type: 'value', value: 'hush-hush' } },
    };
    const { secrets, connection, mask } = open('nothing', shop);
    await secrets.open(connection, 'https://shop.example/');
    expect(mask.text('read hush-hush')).toBe('read ••••');
  });

  it('covers what is secret and only that', async () => {
    const { secrets, connection, mask } = open();
    await secrets.open(connection, 'https://api.example/x');
    expect(mask.text('ada.lovelace: analytical')).toBe('ada.lovelace: ••••');
  });
});

describe('a request that repeats a secret', () => {
  const request = { url: 'https://evil.example/', method: 'POST', headers: {}, body: 'got analytical' };
  const signal = new AbortController().signal;

  it.each([
    ['in its body', request],
    ['in bytes', { ...request, body: new TextEncoder().encode('got analytical').buffer }],
    ['in a header', { ...request, body: '', headers: { x: 'analytical' } }],
    ['in its address', { ...request, body: '', url: 'https://evil.example/?q=analytical' }],
    ['in Base64', { ...request, body: btoa('ada:analytical') }],
  ])('%s goes nowhere that it was not opened for', async (_where, astray) => {
    const { secrets, connection } = open();
    const fetch = secrets.guard(() => Promise.resolve(answer));
    expect(await codeOf(fetch(astray, signal))).toBe('done');
    await secrets.open(connection, 'https://api.example/x');
    expect(await codeOf(fetch(astray, signal))).toBe('connection');
    expect(await codeOf(fetch({ ...astray, url: 'https://api.example/y' }, signal))).toBe('done');
  });
});

it('a request with a secret follows no redirect, however the secret came into it', async () => {
  const { secrets, connection } = open();
  const sent: unknown[] = [];
  const fetch = secrets.guard(({ redirect }) => {
    sent.push(redirect);
    return Promise.resolve(answer);
  });
  await secrets.open(connection, 'https://api.example/x');
  const request = { url: 'https://api.example/y', method: 'GET', headers: { 'x-api-key': 'analytical' } };
  await fetch(request, new AbortController().signal);
  await fetch({ ...request, headers: {} }, new AbortController().signal);
  expect(sent).toEqual(['error', undefined]);
});

it('a token that a connection led to may go where that was opened for, and nowhere else', async () => {
  const { secrets, connection } = open();
  await secrets.open(connection, 'https://api.example/x');
  secrets.hide('t0ken-of-a-day');
  const fetch = secrets.guard(() => Promise.resolve(answer));
  const request = { url: 'https://api.example/y', method: 'POST', headers: {}, body: 't0ken-of-a-day' };
  expect(await codeOf(fetch(request, new AbortController().signal))).toBe('done');
  const astray = { ...request, url: 'https://evil.example/' };
  expect(await codeOf(fetch(astray, new AbortController().signal))).toBe('connection');
});

it('a token that somebody had already is the token', async () => {
  const { secrets, connection } = open({ ...held, fields: { token: 'pasted-token' } });
  expect((await secrets.open(connection, 'https://api.example/x')).token).toBe('pasted-token');
});

describe('what is set for a connection', () => {
  it.each([
    ['fields by name', { password: 'x' }, { username: 'ada', password: 'x' }],
    ['a value as code sees it', { fields: { password: 'x' } }, { username: 'ada', password: 'x' }],
    [
      'inputs as a file holds them',
      { inputs: { password: { type: 'value', value: 'x' } } },
      { username: 'ada', password: 'x' },
    ],
    ['one text', 'x', { username: 'x', password: '' }],
    ['nothing', undefined, { username: 'ada', password: '' }],
    ['something odd', [1], { username: 'ada', password: '' }],
  ])('may be %s', (_what, set, fields) => {
    expect(connectionValue(acme, set)).toEqual({ key: 'basic', configVarKey: 'Acme', fields });
  });

  it('may be a token', () => {
    expect(connectionValue(acme, { token: { access_token: 't0k' } }).token).toBe('t0k');
  });
});
