/** Real files of the format, run as they are (format.md 5.1); they lie beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pathKey } from '#lib/model/path.ts';
import type { Integration } from '#lib/model/integration.ts';
import { read } from '#lib/yaml/read.ts';
import type { CaseStart } from '../../conformance/case.ts';
import { runCase } from '../../support/runCase.ts';

const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const isHere = existsSync(corpus);

function load(name: string): Integration {
  const { integration } = read(readFileSync(new URL(name, corpus), 'utf8'));
  if (!integration) throw new Error(`${name} cannot be read.`);
  return integration;
}

async function start(integration: Integration, flow: string, more: CaseStart = {}) {
  const run = await runCase({ sentence: '', integration, flow, expected: { status: 'succeeded' }, ...more });
  const outputs = new Map(run.entries.map(({ path, output }) => [pathKey(path), output]));
  return { ...run, outputs };
}

const converted =
  'prism__src__commands__integrations__convert__fixtures__specs__test-integration@4d0f3b37_v7.yml';
const router = 'examples__integrations__dropbox__example-dropbox-router.yml';
const recursive = 'examples__integrations__recursive-flow-examples.yml';

describe.skipIf(!isHere)('real files (skipped where the corpus is absent)', () => {
  it('fill templates from results and config variables (T4)', async () => {
    const { log } = await start(load(converted), 'Step & configVar references');
    expect(log).toEqual([
      'info The response of the code block action was: My return value. This config var value is: The quick brown fox jumps over the lazy dog..',
      'info The quick brown fox jumps over the lazy dog.',
      'info My return value',
      expect.stringMatching(/^info ?$/),
    ]);
  });

  it('leave a loop, and read what its steps did afterwards (T5)', async () => {
    const members = [{ name: 'slackbot' }, { name: 'bob' }, { name: 'eve' }];
    const { outputs, outcome, waits } = await start(load(converted), 'Loop & branch tests', {
      mocks: { 'slack/listUsers': { members } },
    });
    expect(outcome.status).toBe('succeeded');
    expect(outputs.get('Loop Over Items')).toEqual(['it is slackbot']);
    expect(outputs.get('Loop N Times')).toEqual(Array.from({ length: 100 }, () => 100));
    expect(waits).toHaveLength(100);
    expect(outputs.get('Select Executed Step Result')).toBe(100);
  });

  it('keep values from one flow for another (T6)', async () => {
    const integration = load(router);
    const account = (event: string) => ({
      body: JSON.stringify({ event, dropboxAccountId: 'dbid:1', instanceChangesWebhookUrl: 'https://x/y' }),
    });
    const registered = await start(integration, 'Registration Endpoint', { payload: account('register') });
    expect(registered.log).toEqual([
      'info Registering Dropbox account "dbid:1" to send requests to "https://x/y"',
    ]);
    const printed = await start(integration, 'Print Persisted Data', { state: registered.state });
    expect(printed.outcome.result).toEqual({ 'dbid:1': 'https://x/y' });
    const gone = await start(integration, 'Registration Endpoint', {
      payload: account('deregister'),
      state: registered.state,
    });
    const empty = await start(integration, 'Print Persisted Data', { state: gone.state });
    expect(empty.outcome.result).toEqual({});
    expect(
      (await start(integration, 'Registration Endpoint', { payload: account('other') })).outcome.status,
    ).toBe('succeeded');
  });

  it('page through a service by starting themselves again (T2)', async () => {
    const integration = load(recursive);
    const comments = Array.from({ length: 500 }, (_, id) => ({ id }));
    const address = (page: number) => `https://jsonplaceholder.typicode.com/comments?_limit=15&_page=${page}`;
    const pages = Array.from({ length: 36 }, (_, index) => ({
      url: address(index + 1),
      status: 200,
      body: JSON.stringify(comments.slice(index * 15, index * 15 + 15)),
    }));
    const sums = Array.from({ length: 40 }, (_, index) => index + 2);
    const { outcome, requests, invoked } = await start(integration, 'JSON Placeholder Example', {
      mocks: { 'math/add': sums },
      replies: [...pages, { url: 'https://postman-echo.com/post', status: 200, body: '{}' }],
    });
    expect(outcome.status).toBe('succeeded');
    expect(requests.filter((line) => line.startsWith('GET'))).toEqual(
      pages.slice(0, 35).map(({ url }) => `GET ${url}`),
    );
    expect(requests.filter((line) => line.startsWith('POST'))).toHaveLength(34);
    expect(invoked).toHaveLength(6);
  });
});
