/** GitHub: comments, webhooks of repositories, and the requests that they send (format.md 2.4). */
import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { github } from '#lib/connectors/github/index.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { failureOf, fakeFetch, resultOf } from '../../support/performAction.ts';

function action(key: string): StepDefinition {
  const found = github.actions[key];
  if (!found) throw new Error(`GitHub has no “${key}”.`);
  return found;
}

const connection: ConnectionValue = { key: 'oauth2', configVarKey: 'GitHub', fields: {} };
const repository = { connection, owner: 'acme', repo: 'shop' };
const secrets = {
  open: () => Promise.resolve({ key: 'oauth2', fields: {}, token: 'gho_1' }),
  hide: () => undefined,
};

describe('a comment', () => {
  const inputs = { ...repository, issueNumber: '7', body: 'Thank you.' };

  it('is sent to its issue', async () => {
    const { fetch, requests } = fakeFetch(() => ({ status: 201, text: '{"id":1}' }));
    expect(await resultOf(action('issuesCreateComment'), inputs, { fetch, secrets })).toEqual({ id: 1 });
    expect(requests).toEqual([
      {
        method: 'POST',
        url: 'https://api.github.com/repos/acme/shop/issues/7/comments',
        headers: {
          accept: 'application/vnd.github+json',
          authorization: 'Bearer gho_1',
          'content-type': 'application/json',
        },
        body: '{"body":"Thank you."}',
        redirect: 'error',
      },
    ]);
  });

  it('fails with what GitHub says', async () => {
    const { fetch } = fakeFetch(() => ({ status: 404, text: '{"message":"Not Found"}' }));
    expect(await failureOf(action('issuesCreateComment'), inputs, { fetch, secrets })).toMatchObject({
      code: 'remote',
      message: 'GitHub refused the request (status 404).',
      detail: 'Not Found',
    });
  });

  it.each([
    ['..', 'input'],
    ['', 'input'],
  ])('to the repository “%s” is refused', async (repo, code) => {
    const given = { ...inputs, repo };
    expect(await failureOf(action('issuesCreateComment'), given, { secrets })).toMatchObject({ code });
  });

  it('needs a token', async () => {
    expect(await failureOf(action('issuesCreateComment'), inputs)).toMatchObject({
      code: 'connection',
      message: 'The connection “GitHub” holds no token yet.',
    });
  });
});

describe('webhooks of a repository', () => {
  const ours = 'https://relay.example/hook/1';
  const facts = {
    executionId: 'e',
    integration: { id: 'i', name: 'I' },
    flow: { id: 'f', name: 'F' },
    startedAt: '2026-01-01T00:00:00.000Z',
    webhookUrls: { 'Handle events': ours },
  };
  const hooks = [
    { id: 1, config: { url: ours } },
    { id: 2, config: { url: 'https://elsewhere.example' } },
    { id: 3 },
    { id: 4, config: { url: ours } },
  ];
  const listing = () => fakeFetch(({ method }) => (method === 'GET' ? { text: JSON.stringify(hooks) } : {}));

  it('are created for events, with a secret', async () => {
    const { fetch, requests } = fakeFetch(() => ({ status: 201, text: '{"id":1}' }));
    const inputs = { ...repository, callbackUrl: ours, events: ['issues', 'push'], webhookSecret: 's' };
    expect(await resultOf(action('reposCreateWebhook'), inputs, { fetch, secrets })).toEqual({ id: 1 });
    expect(requests[0]?.url).toBe('https://api.github.com/repos/acme/shop/hooks');
    expect(JSON.parse(requests[0]?.body as string)).toEqual({
      name: 'web',
      active: true,
      events: ['issues', 'push'],
      config: { url: ours, content_type: 'json', secret: 's' },
    });
  });

  it('refuse events that are no list', async () => {
    const inputs = { ...repository, callbackUrl: ours, events: 'issues' };
    expect(await failureOf(action('reposCreateWebhook'), inputs, { secrets })).toMatchObject({
      code: 'input',
    });
  });

  it.each([
    ['true', [1, 4]],
    ['false', [1, 2, 3, 4]],
  ])('are listed, only ours: %s', async (showOnlyInstanceWebhooks, ids) => {
    const { fetch } = listing();
    const inputs = { ...repository, showOnlyInstanceWebhooks };
    const found = await resultOf(action('reposListWebhooks'), inputs, { fetch, secrets, facts });
    expect((found as { id: number }[]).map(({ id }) => id)).toEqual(ids);
  });

  it('are listed to the last page', async () => {
    const full = Array.from({ length: 100 }, (_, id) => ({ id }));
    const { fetch, requests } = fakeFetch(({ url }) => ({
      text: JSON.stringify(url.endsWith('page=1') ? full : [{ id: 100 }]),
    }));
    const inputs = { ...repository, showOnlyInstanceWebhooks: false };
    expect(await resultOf(action('reposListWebhooks'), inputs, { fetch, secrets })).toHaveLength(101);
    expect(requests).toHaveLength(2);
  });

  it.each(['null', '', '{}', 'hooks', '[null]', '[{}]', '[{"id":"1"}]', '[{"id":1,"config":null}]'])(
    'are none when the answer is %j',
    async (text) => {
      const { fetch, requests } = fakeFetch(() => ({ text }));
      expect(
        await failureOf(action('reposDeleteInstanceWebhooks'), repository, { fetch, secrets, facts }),
      ).toMatchObject({
        code: 'remote',
        message: 'GitHub answered with something else than a page of a list.',
      });
      expect(requests).toHaveLength(1);
    },
  );

  it.each([
    ['the same page again is an answer that is none', 0, 'remote', 2],
    ['always one more page ends in a limit', 100, 'limit', 1000],
  ])('when listed: %s', async (_name, step, code, asked) => {
    const { fetch, requests } = fakeFetch(({ url }) => {
      const first = Number(new URL(url).searchParams.get('page')) * step;
      return { text: JSON.stringify(Array.from({ length: 100 }, (_, index) => ({ id: first + index }))) };
    });
    expect(await failureOf(action('reposListWebhooks'), repository, { fetch, secrets })).toMatchObject({
      code,
    });
    expect(requests).toHaveLength(asked);
  });

  it('are deleted where they call this integration, and nowhere else', async () => {
    const { fetch, requests } = listing();
    const result = await resultOf(action('reposDeleteInstanceWebhooks'), repository, {
      fetch,
      secrets,
      facts,
    });
    expect(result).toEqual({});
    expect(requests.filter(({ method }) => method === 'DELETE').map(({ url }) => url)).toEqual([
      'https://api.github.com/repos/acme/shop/hooks/1',
      'https://api.github.com/repos/acme/shop/hooks/4',
    ]);
  });

  it('are deleted by their ID', async () => {
    const { fetch, requests } = fakeFetch(() => ({ status: 204 }));
    const inputs = { ...repository, hookId: '7' };
    expect(await resultOf(action('reposDeleteWebhook'), inputs, { fetch, secrets })).toBeNull();
    expect(requests[0]).toMatchObject({
      method: 'DELETE',
      url: expect.stringMatching(/hooks\/7$/) as unknown,
    });
  });
});

describe('a request from GitHub', () => {
  // From GitHub's own documentation of how it signs.
  const secret = "It's a Secret to Everybody";
  const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
  const payload = (header: string, data: unknown = 'Hello, World!') => ({
    headers: { 'X-Hub-Signature-256': header },
    rawBody: { data },
  });
  const start = (webhookSecret: string, given: unknown) =>
    resultOf(action('webhook'), { webhookSecret }, { payload: given });

  it('starts the flow when it is signed', async () => {
    expect(await start(secret, payload(signature))).toEqual(payload(signature));
  });

  it('starts the flow unsigned when there is no secret', async () => {
    expect(await start('', { body: 1 })).toEqual({ body: 1 });
  });

  it.each([
    ['another secret', 'other', payload(signature)],
    ['another body', secret, payload(signature, 'Hello')],
    ['another signature', secret, payload(signature.replace('7', '8'))],
    ['half a signature', secret, payload(signature.slice(0, 20))],
    ['no signature', secret, { headers: {}, rawBody: { data: 'Hello, World!' } }],
    ['nothing at all', secret, {}],
  ])('is refused with %s', async (_name, webhookSecret, given) => {
    expect(await failureOf(action('webhook'), { webhookSecret }, { payload: given })).toMatchObject({
      code: 'remote',
      message: 'The request is not signed with the secret of this webhook.',
    });
  });
});

describe('a raw request', () => {
  it('goes to GitHub with the token', async () => {
    const { fetch, requests } = fakeFetch(() => ({ text: '[]' }));
    const inputs = { connection, url: '/user/repos', method: 'GET' };
    expect(await resultOf(action('rawRequest'), inputs, { fetch, secrets })).toEqual([]);
    expect(requests[0]).toMatchObject({
      url: 'https://api.github.com/user/repos',
      headers: { authorization: 'Bearer gho_1' },
    });
  });
});
