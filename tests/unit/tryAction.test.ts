/** One action that runs by itself in the worker, over the ports of a host. */
import { describe, expect, it } from 'vitest';
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { connection, text } from '#lib/connectors/inputs.ts';
import { isConnection } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';
import type { Trial } from '#lib/model/trial.ts';
import { wait } from '#lib/runtime/clock.ts';
import { findStep } from '#lib/runtime/findStep.ts';
import { tryAction, type TrialPorts } from '#lib/runtime/tryAction.ts';
import { complex, value } from '../support/build.ts';
import { plainCode } from '../support/plainCode.ts';
import { calculateHere } from '../support/plainPorts.ts';

let clock = 1_000;

const host: TrialPorts = {
  findStep,
  fetch: () => Promise.reject(new TypeError('There is no network in this test.')),
  code: plainCode,
  calculate: calculateHere,
  now: () => (clock += 5),
  wait,
  random: () => 0.5,
  breathe: () => Promise.resolve(),
};

function trial(action: string, inputs: Trial['inputs'] = {}, connections: Trial['connections'] = {}): Trial {
  const [connector = '', key = ''] = action.split('/');
  return { action: { connector, key }, name: 'Do it', inputs, connections };
}

async function tried(what: Trial, definition?: StepDefinition, signal = new AbortController().signal) {
  const ports = definition ? { ...host, findStep: () => definition } : host;
  return await tryAction(what, ports, signal);
}

describe('an action that is tried', () => {
  it('gives its output, and how long it took', async () => {
    const rows = complex({ ...value('1042'), name: 'id' });
    const result = await tried(trial('collection-tools/createObject', { keyValueInput: rows }));
    expect(result).toMatchObject({ output: { id: '1042' }, log: [] });
    expect(result.failure).toBeUndefined();
    expect(result.durationMs).toBeGreaterThan(0);
    expect(result.durationMs).toBeLessThan(100);
  });

  it('gives what it logged', async () => {
    const { log } = await tried(trial('log/writeLog', { message: value('Hello'), level: value('warn') }));
    expect(log).toMatchObject([{ level: 'warn', message: 'Hello' }]);
  });

  it('gives its failure by its name', async () => {
    expect(await tried(trial('http/httpGet'))).toMatchObject({
      failure: { code: 'input', message: 'The input “URL” of “Do it” is empty.', step: 'Do it' },
    });
  });

  it('runs code', async () => {
    const code = value('module.exports = async () => ({ data: 6 * 7 });');
    expect(await tried(trial('code/runCode', { code }))).toMatchObject({ output: 42 });
  });

  it('can be one that is not here', async () => {
    expect(await tried(trial('acme/explode'))).toMatchObject({ failure: { code: 'unsupported' } });
  });

  it('ends when it is stopped', async () => {
    const stop = new AbortController();
    const slow = defineAction({
      label: 'Slow',
      description: '',
      inputs: {},
      perform: async (_, context) => {
        stop.abort();
        await context.wait(60_000);
        return { data: 1 };
      },
    });
    const result = await tried(trial('any/slow'), slow, stop.signal);
    expect(result.failure?.code).toBe('cancelled');
  });

  it('cannot start flows, nor read files that travel with an integration', async () => {
    const reads = defineAction({
      label: 'Read',
      description: '',
      inputs: {},
      perform: async (_, { files }) => ({ data: await files.read('a.csv') }),
    });
    expect(await tried(trial('any/read'), reads)).toMatchObject({
      failure: { code: 'input', message: 'There is no file “a.csv” here.' },
    });
  });
});

describe('a connection that is typed for a trial', () => {
  const typed = { key: 'apiKey', configVarKey: 'Connection', fields: { host: 'h' } };
  const connections = { Connection: { fields: { host: 'h', token: 's3cret-token' }, secret: ['token'] } };
  const what = trial('any/call', { connection: value(typed) }, connections);

  /** Says everywhere what it got. */
  const leaky = (end: (told: string) => unknown) =>
    defineAction({
      label: 'Call',
      description: '',
      inputs: { connection: connection({ label: 'Connection' }), note: text({ label: 'Note' }) },
      perform: async ({ connection: given }, { secrets, log }) => {
        if (!isConnection(given)) throw new Error('It got no connection.');
        expect(given.fields).toEqual({ host: 'h' });
        const { fields } = await secrets.open(given, 'https://anywhere.example/path');
        expect(fields.token).toBe('s3cret-token');
        log('info', `Sent ${fields.token}`);
        return { data: end(fields.token ?? '') };
      },
    });

  it('is opened for any address, and its secrets are covered in output and log', async () => {
    const result = await tried(
      what,
      leaky((told) => ({ echoed: [told] })),
    );
    expect(result).toMatchObject({ output: { echoed: ['••••'] }, log: [{ message: 'Sent ••••' }] });
    expect(JSON.stringify(result)).not.toContain('s3cret');
  });

  it('is covered in failures', async () => {
    const fails = leaky((told) => {
      throw new FailureError({ code: 'remote', message: `No ${told}`, hint: told, detail: told });
    });
    const result = await tried(what, fails);
    expect(result.failure?.message).toBe('No ••••');
    expect(JSON.stringify(result)).not.toContain('s3cret');
  });
});
