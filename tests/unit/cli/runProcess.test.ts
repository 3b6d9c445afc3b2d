/** `run` in a process of its own, on real files where they are (format.md 5.1). */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { write } from '#lib/yaml/write.ts';
import type { RunReport } from '../../../src/cli/run/RunReport.ts';
import { flow, value } from '../../support/build.ts';
import { code, get, integration } from '../../support/flows.ts';

const root = join(import.meta.dirname, '../../..');
const corpus = join(root, '../shared/corpus');
const converted = join(
  corpus,
  'prism__src__commands__integrations__convert__fixtures__specs__test-integration@4d0f3b37_v7.yml',
);
const router = join(corpus, 'examples__integrations__dropbox__example-dropbox-router.yml');
let folder = '';

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

interface Program {
  ended: Promise<Ended>;
  /** Sends what Ctrl+C sends. */
  interrupt: () => void;
}

function start(...words: string[]): Program {
  const program = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'run', ...words], {
    cwd: root,
  });
  const said = { stdout: '', stderr: '' };
  program.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  program.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = new Promise<Ended>((resolve) =>
    program.once('close', (status) => resolve({ status, ...said })),
  );
  return { ended, interrupt: () => program.kill('SIGINT') };
}

async function report(...words: string[]): Promise<RunReport> {
  const { status, stdout, stderr } = await start(...words, '--json').ended;
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as RunReport;
}

/** A file in the folder of the tests; what is no text is written as JSON. */
function fileOf(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-run-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.skipIf(!existsSync(corpus))(
  'real files (skipped where the corpus is absent)',
  { timeout: 120_000 },
  () => {
    it('fill templates from results and config variables (T4)', async () => {
      const { steps, logs } = await report(converted, '--flow', 'Step & configVar references');
      expect(logs.map(({ message }) => message)).toEqual([
        'The response of the code block action was: My return value. This config var value is: The quick brown fox jumps over the lazy dog..',
        'The quick brown fox jumps over the lazy dog.',
        'My return value',
        '',
      ]);
      expect(steps[1]).toMatchObject({ path: 'Code Block', output: { testKey: 'My return value' } });
    });

    it('leave a loop, and read what its steps did afterwards (T5)', async () => {
      const members = [{ name: 'slackbot' }, { name: 'bob' }, { name: 'eve' }];
      const mocks = fileOf('mocks.json', { 'slack/listUsers': { members } });
      const { steps, result, ms } = await report(
        ...[converted, '--flow', 'Loop & branch tests', '--mock', mocks, '--clock', 'fake'],
      );
      const outputs = new Map(steps.map(({ path, output }) => [path, output]));
      expect(outputs.get('Loop Over Items')).toEqual(['it is slackbot']);
      expect(outputs.get('Loop N Times')).toEqual(Array.from({ length: 100 }, () => 100));
      expect(result).toBe(100);
      expect(ms).toBeGreaterThanOrEqual(100_000);
    });

    it('keep values from one flow for another (T6)', async () => {
      const state = ['--state', join(folder, 'state.json')];
      const account = { dropboxAccountId: 'dbid:1', instanceChangesWebhookUrl: 'https://x/y' };
      const send = async (event: string) => {
        const payload = fileOf(`${event}.json`, { event, ...account });
        return await report(router, '--flow', 'Registration Endpoint', '--payload', payload, ...state);
      };
      const stored = async () => (await report(router, '--flow', 'Print Persisted Data', ...state)).result;
      const { logs } = await send('register');
      expect(logs.map(({ message }) => message)).toEqual([
        'Registering Dropbox account "dbid:1" to send requests to "https://x/y"',
      ]);
      expect(await stored()).toEqual({ 'dbid:1': 'https://x/y' });
      await send('deregister');
      expect(await stored()).toEqual({});
      expect((await send('other')).result).toBe('Else');
    });
  },
);

describe('a run in a process', { timeout: 120_000 }, () => {
  it('ends with 1 when the flow fails, and with 2 when the file is not there', async () => {
    const bad = fileOf('bad.yml', write(integration(flow(code('Bad', 'module.exports = () => nothing;')))));
    const { status, stdout } = await start(bad).ended;
    expect(status).toBe(1);
    expect(stdout).toContain('(line 1, column 24). (code)');
    expect(await start(join(folder, 'none.yml')).ended).toMatchObject({
      status: 2,
      stderr: `The file ${join(folder, 'none.yml')} cannot be read: it does not exist.\n`,
    });
  });

  it('ends with 1 on Ctrl+C, with what it did until then', async () => {
    let interrupt: () => void = () => undefined;
    // It never answers: what is asked of it is what to be stopped for.
    const server = createServer(() => interrupt());
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const waiting = fileOf('waiting.yml', write(integration(flow(get('Get', value(url))))));
    const program = start(waiting, '--json');
    interrupt = program.interrupt;
    const { status, stdout } = await program.ended;
    server.closeAllConnections();
    server.close();
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'cancelled',
      steps: [{ path: 'Trigger' }, { path: 'Get' }],
    });
  });
});
