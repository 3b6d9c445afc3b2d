/** Slack: what is asked of it, and what its answers mean (format.md 2.4). */
import { describe, expect, it } from 'vitest';
import type { HttpRequest, StepDefinition } from '#lib/connectors/define.ts';
import { slack } from '#lib/connectors/slack/index.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { failureOf, fakeFetch, resultOf } from '../../support/performAction.ts';

function action(key: string): StepDefinition {
  const found = slack.actions[key];
  if (!found) throw new Error(`Slack has no “${key}”.`);
  return found;
}

const connection: ConnectionValue = { key: 'oauth2', configVarKey: 'Slack', fields: {} };
const secrets = {
  open: () => Promise.resolve({ key: 'oauth2', fields: {}, token: 'xoxb-1' }),
  hide: () => undefined,
};

const answering = (answer: unknown) => fakeFetch(() => ({ text: JSON.stringify(answer) }));
const bodyOf = (request: HttpRequest | undefined) => JSON.parse(request?.body as string) as unknown;
const queryOf = (request: HttpRequest | undefined) =>
  Object.fromEntries(new URL(request?.url ?? '').searchParams);

describe('a message to a channel', () => {
  const inputs = { connection, channelName: 'general', message: 'Hello' };

  it('goes out as the files write it, without what is empty', async () => {
    const { fetch, requests } = answering({ ok: true, ts: '1.2' });
    const given = { ...inputs, username: '', messageId: '', debug: 'false' };
    expect(await resultOf(action('postMessage'), given, { fetch, secrets })).toEqual({ ok: true, ts: '1.2' });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://slack.com/api/chat.postMessage',
      headers: { authorization: 'Bearer xoxb-1', 'content-type': 'application/json; charset=utf-8' },
      redirect: 'error',
    });
    expect(bodyOf(requests[0])).toEqual({ channel: 'general', text: 'Hello' });
  });

  it('answers in a thread, under a name', async () => {
    const { fetch, requests } = answering({ ok: true });
    const given = { ...inputs, username: 'Bot', messageId: '1.2' };
    await resultOf(action('postMessage'), given, { fetch, secrets });
    expect(bodyOf(requests[0])).toMatchObject({ username: 'Bot', thread_ts: '1.2' });
  });

  it.each([
    ['a list', [{ type: 'divider' }]],
    ['JSON of a list', '[{"type":"divider"}]'],
    ['an object with blocks', { blocks: [{ type: 'divider' }] }],
  ])('of blocks may be %s', async (_name, blocks) => {
    const { fetch, requests } = answering({ ok: true });
    await resultOf(action('postBlockMessage'), { ...inputs, blocks }, { fetch, secrets });
    expect(bodyOf(requests[0])).toEqual({ channel: 'general', text: 'Hello', blocks: [{ type: 'divider' }] });
  });

  it.each(['no blocks', '5', '{}'])('of blocks refuses %s', async (blocks) => {
    const { fetch } = answering({ ok: true });
    expect(
      await failureOf(action('postBlockMessage'), { ...inputs, blocks }, { fetch, secrets }),
    ).toMatchObject({
      code: 'input',
    });
  });

  it('is changed by its channel and its time', async () => {
    const { fetch, requests } = answering({ ok: true });
    const given = { connection, channelId: 'C1', messageId: '1.2', message: 'New' };
    await resultOf(action('updateMessage'), given, { fetch, secrets });
    expect(requests[0]?.url).toBe('https://slack.com/api/chat.update');
    expect(bodyOf(requests[0])).toEqual({ channel: 'C1', ts: '1.2', text: 'New' });
  });
});

describe('a refusal, which comes with status 200', () => {
  it.each([
    ['channel_not_found', 'remote', false],
    ['invalid_auth', 'connection', false],
    ['missing_scope', 'connection', false],
    ['ratelimited', 'remote', true],
  ])('%s is %s, may pass: %s', async (error, code, retry) => {
    const { fetch } = answering({ ok: false, error, needed: 'chat:write' });
    const failure = await failureOf(
      action('getUser'),
      { connection, email: 'a@b.example' },
      { fetch, secrets },
    );
    expect(failure).toMatchObject({
      code,
      retry,
      detail: JSON.stringify({ ok: false, error, needed: 'chat:write' }),
    });
  });

  it('says so when the answer is none', async () => {
    const { fetch } = fakeFetch(() => ({ text: '<html>' }));
    const failure = await failureOf(action('listUsers'), { connection }, { fetch, secrets });
    expect(failure).toMatchObject({
      code: 'remote',
      message: 'Slack answered with something that is no JSON.',
    });
  });
});

describe('without a token', () => {
  it.each([
    ['no connection', undefined, 'This step has no connection.'],
    ['an empty connection', connection, 'The connection “Slack” holds no token yet.'],
  ])('%s fails before anything is sent', async (_name, given, message) => {
    const inputs = { connection: given, email: 'a@b.example' };
    expect(await failureOf(action('getUser'), inputs)).toMatchObject({ code: 'connection', message });
  });
});

describe('lists', () => {
  it('of users are the answer of Slack, with its members', async () => {
    const answer = { ok: true, members: [{ name: 'slackbot' }, { name: 'bob' }] };
    const { fetch, requests } = answering(answer);
    const inputs = { connection, cursor: '', limit: '5', teamId: '' };
    expect(await resultOf(action('listUsers'), inputs, { fetch, secrets })).toEqual(answer);
    expect(requests[0]?.method).toBe('GET');
    expect(queryOf(requests[0])).toEqual({ limit: '5' });
  });

  it('follow the pages when all are asked for', async () => {
    const { fetch, requests } = fakeFetch(({ url }) => {
      const isLast = new URL(url).searchParams.get('cursor') === 'two';
      const next = isLast ? '' : 'two';
      const members = [{ name: isLast ? 'bob' : 'ada' }];
      return { text: JSON.stringify({ ok: true, members, response_metadata: { next_cursor: next } }) };
    });
    const result = await resultOf(action('listUsers'), { connection, fetchAll: 'true' }, { fetch, secrets });
    expect(result).toMatchObject({ members: [{ name: 'ada' }, { name: 'bob' }] });
    expect(requests).toHaveLength(2);
  });

  it('come to an end also when Slack repeats itself', async () => {
    const { fetch, requests } = answering({
      ok: true,
      members: [],
      response_metadata: { next_cursor: 'same' },
    });
    await resultOf(action('listUsers'), { connection, fetchAll: true }, { fetch, secrets });
    expect(requests).toHaveLength(2);
  });

  it('of conversations ask for the kinds that are wanted', async () => {
    const { fetch, requests } = answering({ ok: true, channels: [] });
    const inputs = { connection, includeImChannels: 'true', excludeArchived: 'true' };
    await resultOf(action('listConversations'), inputs, { fetch, secrets });
    expect(queryOf(requests[0])).toEqual({ types: 'public_channel,im', exclude_archived: 'true' });
  });

  it('find a user by email', async () => {
    const { fetch, requests } = answering({ ok: true, user: { id: 'U1' } });
    const inputs = { connection, email: 'a+b@c.example' };
    expect(await resultOf(action('getUser'), inputs, { fetch, secrets })).toMatchObject({
      user: { id: 'U1' },
    });
    expect(queryOf(requests[0])).toEqual({ email: 'a+b@c.example' });
  });
});

describe('a message through an incoming webhook', () => {
  const address = 'https://hooks.slack.com/services/T1/B1/x';
  const held = (webhookUrl: string): ConnectionValue => ({
    key: 'webhookUrl',
    configVarKey: 'Hook',
    fields: { webhookUrl },
  });

  it.each([
    ['written down', { webhookUrl: address }],
    ['of a connection', { connection: held(address), webhookUrl: '' }],
  ])('goes to an address that is %s', async (_name, inputs) => {
    const { fetch, requests } = fakeFetch(() => ({ text: 'ok' }));
    const result = await resultOf(action('postSlackMessage'), { ...inputs, message: 'Hi' }, { fetch });
    expect(result).toEqual({ text: 'ok' });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: address,
      body: '{"text":"Hi"}',
      redirect: 'error',
    });
  });

  it.each([
    ['no address', { webhookUrl: 'hooks' }, 'input'],
    ['nothing', {}, 'input'],
    ['a connection to elsewhere', { connection: held('https://hooks.slack.com.evil.example/') }, 'input'],
    ['an empty connection', { connection: held('') }, 'connection'],
  ])('refuses %s', async (_name, inputs, code) => {
    expect(await failureOf(action('postSlackMessage'), { ...inputs, message: 'Hi' })).toMatchObject({ code });
  });
});

describe('the catalogue', () => {
  it('says that Slack needs a relay', () => expect(slack.needs).toBe('relay'));

  it('knows the connections of the files', () => {
    const { oauth2, webhookUrl } = slack.connections ?? {};
    expect(Object.keys(oauth2?.fields ?? {}).sort()).toEqual([
      'authorizeUrl',
      'clientId',
      'clientSecret',
      'isUser',
      'revokeUrl',
      'scopes',
      'signingSecret',
      'token',
      'tokenUrl',
    ]);
    expect(webhookUrl?.fields.webhookUrl?.secret).toBe(true);
  });
});
