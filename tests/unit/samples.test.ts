/** The samples, each with what comes with it (ux.md 2.3). */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { samples } from '#lib/library/samples/index.ts';
import type { LoadedSample } from '#lib/library/samples/Sample.ts';
import { triggerPayload } from '#lib/engine/payload.ts';
import { configValues } from '#lib/model/configValues.ts';
import type { Integration } from '#lib/model/integration.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import { withPractice } from '#lib/runtime/practice.ts';
import { read } from '#lib/yaml/read.ts';
import { QuickJs } from '../../src/cli/quickjs/QuickJs.ts';
import { runFlow, type FlowStart } from '../support/runFlow.ts';

const ORIGIN = 'http://here.example';

const code = new QuickJs({ seed: 1 });
afterAll(() => code.close());

async function open(id: string): Promise<LoadedSample & { integration: Integration }> {
  const sample = samples.find((one) => one.id === id);
  if (!sample) throw new Error(`There is no sample “${id}”.`);
  const loaded = await sample.load(ORIGIN);
  const { integration, problems } = read(loaded.text);
  if (!integration || problems.length > 0) throw new Error(JSON.stringify(problems));
  return { ...loaded, integration };
}

async function run(id: string, flowName?: string, ports: FlowStart = {}) {
  const { integration, companions } = await open(id);
  const flow = integration.flows.find(({ name }) => name === flowName) ?? integration.flows[0];
  if (!flow) throw new Error('It has no flow.');
  const saved = companions.payloads?.find((payload) => payload.flow === flow.name)?.payload ?? emptyPayload;
  const facts = {
    executionId: 'e',
    integration: { id: 'i', name: integration.name },
    flow: { id: flow.name, name: flow.name },
    startedAt: '',
  };
  return await runFlow(flow, {
    payload: triggerPayload(saved, facts),
    config: configValues(integration.configVars),
    flows: integration.flows,
    code,
    files: {
      read: (name) => {
        const file = companions.attachments?.find((one) => one.name === name);
        return file ? Promise.resolve(file) : Promise.reject(new Error('There is no such file.'));
      },
    },
    ...ports,
  });
}

it.each(samples.map(({ id }) => id))(
  '%s reads without problems, and highlights a step it has',
  async (id) => {
    const { integration } = await open(id);
    const { highlight } = samples.find((one) => one.id === id) ?? { highlight: '' };
    expect(integration.flows.length).toBeGreaterThan(0);
    expect(highlight).not.toBe('');
  },
);

it('Clean a contact list makes a file of nine rows', async () => {
  const { outcome } = await run('contact-list');
  expect(outcome.failure).toBeUndefined();
  const { name, contentType, data } = outcome.result as {
    name: string;
    contentType: string;
    data: ArrayBuffer;
  };
  expect([name, contentType]).toEqual(['contacts-clean.csv', 'text/csv']);
  const [head, ...rows] = new TextDecoder().decode(data).split(/\r?\n/);
  expect(head).toBe('name,email,city');
  expect(rows).toHaveLength(9);
  expect(rows).toContain('John von Neumann,john@example.com,Budapest');
});

describe('Acme ERP', () => {
  const ids = (state: unknown) => Object.keys((state as { crossFlow: object }).crossFlow);

  it('keeps the records of a call', async () => {
    const { outcome } = await run('acme-erp', 'Records created');
    expect([outcome.status, outcome.result]).toEqual(['succeeded', ['K-1001', 'K-1002']]);
  });

  it('has two records after the three payloads', async () => {
    const created = await run('acme-erp', 'Records created');
    const calls: unknown[] = [];
    const updated = await run('acme-erp', 'Record updated', {
      state: created.outcome.state ?? {},
      invoke: (call) => {
        calls.push([call.flow, JSON.parse(call.payload.body)]);
        return Promise.resolve({ executionId: 'called' });
      },
    });
    expect(updated.outcome.status).toBe('succeeded');
    expect(calls).toEqual([
      ['Records created', { records: [{ id: 'K-1003', title: 'Crank handle', stock: 3 }] }],
    ]);
    const state = { crossFlow: { 'K-1001': 1, 'K-1002': 2, 'K-1003': 3 } };
    const { outcome } = await run('acme-erp', 'Record deleted', { state });
    expect(ids(outcome.state)).toEqual(['K-1001', 'K-1003']);
  });

  it('changes a record that it knows by itself', async () => {
    const state = { crossFlow: { 'K-1003': { id: 'K-1003', title: 'Old' } } };
    const { outcome } = await run('acme-erp', 'Record updated', { state });
    expect(outcome.state?.crossFlow).toMatchObject({ 'K-1003': { title: 'Crank handle' } });
  });
});

describe('When things fail', () => {
  const fetch = () => withPractice(() => Promise.reject(new Error('Nothing leaves.')));

  it('ends with a warning after three attempts', async () => {
    const { outcome, entries, log, waits } = await run('when-things-fail', undefined, { fetch: fetch() });
    expect([outcome.status, outcome.warnings]).toEqual(['succeeded', 1]);
    expect(entries.find(({ path }) => path[0] === 'Ask the service')?.earlier).toHaveLength(2);
    expect(waits).toEqual([1000, 1000]);
    expect(log).toContain('info The service is ok after 3 requests.');
  });

  it('fails at a wrong address, with status 404', async () => {
    const { outcome } = await run('when-things-fail', 'Wrong address', { fetch: fetch() });
    expect(outcome).toMatchObject({
      status: 'failed',
      failure: { code: 'remote', step: 'Ask for a page', hint: 'Look at the address.' },
    });
    expect(outcome.failure?.message).toContain('404');
  });
});

it('To-do digest tells of seven open ones, from the list beside the app', async () => {
  const asked: string[] = [];
  const list = readFileSync(new URL('../../static/samples/todos.json', import.meta.url));
  const { outcome } = await run('todo-digest', undefined, {
    fetch: ({ url }) => {
      asked.push(url);
      return Promise.resolve({ status: 200, headers: {}, body: new Uint8Array(list).buffer, url });
    },
  });
  expect(outcome.failure).toBeUndefined();
  const { to, message } = outcome.result as { to: string; message: string };
  expect(asked).toEqual([`${ORIGIN}/samples/todos.json`]);
  expect(to).toBe('Me');
  expect(message.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(7);
  expect(message).toContain('7 open to-dos:\n- Oil the difference engine (due 1843-07-10)\n- Write note G');
});
