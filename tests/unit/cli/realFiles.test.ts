/** Real files run by the program, against stand-ins for the hosts they talk to (format.md 5.1). */
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunReport } from '../../../src/cli/run/RunReport.ts';
import { comments } from '../../support/standIns.ts';
import { order, serviceAccount } from '../../support/standInStorage.ts';
import { serveStandIns, type StandInSite } from '../../support/standInSite.ts';
import { runSluice } from './runSluice.ts';

const corpus = new URL('../../../../shared/corpus/', import.meta.url);

let site: StandInSite;
beforeEach(async () => (site = await serveStandIns()));
afterEach(() => site.close());

interface Given {
  flow: string;
  config?: unknown;
  payload?: string;
  headers?: unknown;
  state?: string;
}

async function run(name: string, { flow, payload, state, ...json }: Given) {
  const files: Record<string, string> = { 'file.yml': readFileSync(new URL(name, corpus), 'utf8') };
  const words = ['run', 'file.yml', '--flow', flow, '--json', '--clock', 'fake'];
  const add = (option: string, text: string | undefined) => {
    if (text === undefined) return;
    files[option] = text;
    words.push(`--${option}`, option);
  };
  for (const [option, content] of Object.entries(json)) add(option, JSON.stringify(content));
  add('payload', payload);
  add('state', state);
  const ran = await runSluice([...words, ...site.routes.flatMap((route) => ['--route', route])], files);
  if (ran.out === '') throw new Error(ran.err);
  return { ...ran, report: JSON.parse(ran.out) as RunReport };
}

function outputOf({ steps }: Pick<RunReport, 'steps'>, path: string): unknown {
  return steps.find((step) => step.path === path)?.output;
}

describe.skipIf(!existsSync(corpus))('real files (skipped where they are not)', () => {
  it('one request with a connection (T1)', async () => {
    const name =
      'embedded__example-embedded-app__public__static__integrations__setting-config-variables-example.yml';
    const { report } = await run(name, {
      flow: 'Flow 1',
      config: { 'Acme API URL': 'https://postman-echo.com/post', 'Acme API Key': { apiKey: 'acme-k3y-5' } },
    });
    expect(report.outcome).toBe('succeeded');
    const [request, ...others] = site.standIns.asked;
    expect(others).toEqual([]);
    expect(request).toMatchObject({ method: 'POST', body: '{"exampleData": "exampleValue"}' });
    expect(request?.headers.authorization).toContain('acme-k3y-5');
    expect(report.result).toMatchObject({ json: { exampleData: 'exampleValue' } });
    // What it hands back of the key is covered before anybody sees it.
    expect(JSON.stringify(report)).not.toContain('acme-k3y-5');
  });

  it('paging by recursion (T2)', async () => {
    const { report } = await run('examples__integrations__recursive-flow-examples.yml', {
      flow: 'JSON Placeholder Example',
    });
    const gets = site.standIns.to('GET', 'jsonplaceholder.typicode.com/comments');
    const posts = site.standIns.to('POST', 'postman-echo.com/post');
    const sizes = posts.map(({ body }) => (JSON.parse(body) as unknown[]).length);
    const executions = [report, ...report.invoked];
    expect(executions.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 7 }, () => 'succeeded'));
    expect(gets.map(({ url }) => new URL(url).searchParams.get('_page'))).toEqual(
      Array.from({ length: 35 }, (_, index) => String(index + 1)),
    );
    expect(sizes).toEqual([...Array.from({ length: 33 }, () => 15), 5]);
    expect(report.invoked).toHaveLength(6);
  });

  it('fan-out over another flow (T3)', async () => {
    const { report } = await run('examples__integrations__split-payload-example.yml', { flow: 'Main Flow' });
    expect(report.failure).toBeUndefined();
    expect(outputOf(report, 'Chunks')).toHaveLength(10);
    expect(outputOf(report, 'Loop Over Items')).toEqual(
      report.invoked.map(({ executionId }) => ({ executionId })),
    );
    const upper = comments.map(({ body }) => body.toUpperCase());
    expect(report.invoked.flatMap(({ result }) => result)).toEqual(upper);
    expect(report.invoked.map((one) => one.flow)).toEqual(
      Array.from({ length: 10 }, () => 'Process Records'),
    );
    expect(report.result).toEqual(upper);
  });

  it('loops, break, and a service that is asked (T5)', async () => {
    const name =
      'prism__src__commands__integrations__convert__fixtures__specs__test-integration@4d0f3b37_v7.yml';
    const config = { 'Slack Connection': { token: 'xoxb-of-somebody' } };
    const { report } = await run(name, { flow: 'Loop & branch tests', config });
    expect(report.outcome).toBe('succeeded');
    expect(outputOf(report, 'Loop Over Items')).toEqual(['it is slackbot']);
    expect(outputOf(report, 'Loop N Times')).toEqual(Array.from({ length: 100 }, () => 100));
    expect(outputOf(report, 'Select Executed Step Result')).toBe(100);
    expect(report.logs.map(({ message }) => message).slice(0, 2)).toEqual(['slackbot', 'bob']);
  });

  describe('form data (T7)', () => {
    const name = 'examples__integrations__slack-interactivity-example__slack-interactivity-router.yml';
    const form = (id: string) => `payload=${encodeURIComponent(JSON.stringify({ channel: { id } }))}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };

    async function register(): Promise<string> {
      const payload = JSON.stringify({
        channelId: 'C1',
        instanceInteractivityWebhookUrl: 'https://target.example/hook',
        event: 'register',
      });
      const { files, report } = await run(name, { flow: 'Registration Endpoint', payload, state: '{}' });
      expect(report.outcome).toBe('succeeded');
      return files.state ?? '';
    }

    it('goes to the address that was registered for its channel', async () => {
      const state = await register();
      const { report } = await run(name, { flow: 'Route Request', payload: form('C1'), headers, state });
      expect(report.failure).toBeUndefined();
      expect(site.standIns.to('POST', 'target.example/hook').map(({ body }) => body)).toEqual([form('C1')]);
    });

    it('of a channel that nobody registered fails', async () => {
      const state = await register();
      const { report } = await run(name, { flow: 'Route Request', payload: form('C2'), headers, state });
      expect(report).toMatchObject({ outcome: 'failed', failure: { code: 'input' } });
      expect(site.standIns.asked).toEqual([]);
    });
  });

  it('files to a service (T9)', async () => {
    const { report } = await run('examples__integrations__example-with-loop.yml', {
      flow: 'Flow 1',
      config: { 'Google Cloud Bucket': 'orders', 'Google Cloud Storage Connection': serviceAccount() },
    });
    expect(report.failure).toBeUndefined();
    const sent = site.standIns
      .to('POST', 'postman-echo.com/post')
      .map(({ body }) => JSON.parse(body) as unknown);
    const bolt = { item_name: 'Bolt', quantity: 5, cost: 1.25 };
    expect(sent).toEqual([bolt, bolt]);
    expect(
      report.steps.filter(({ path }) => path.endsWith('Find & Replace')).map(({ output }) => output),
    ).toEqual(['processed/a.xml', 'processed/b.xml']);
    expect([...site.standIns.storage.files]).toEqual([
      ['processed/a.xml', order],
      ['processed/b.xml', order],
    ]);
  });
});
