import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { placedSteps } from '#lib/model/flow.ts';
import type { Integration } from '#lib/model/integration.ts';
import { read } from '#lib/yaml/read.ts';
import { write } from '#lib/yaml/write.ts';

const version1 = `
name: Stock
description: Tells the shop
isSynchronous: true
requiredConfigVars:
  shopUrl: https://shop.test # where to
  token:
trigger:
  name: Stock Trigger
  description: Called by the store
  schedule:
steps:
  # First look
  - name: Is it there
    action: { componentKey: branch, key: branchOnValue }
    inputs:
      inputValue: { type: reference, value: stockTrigger.results.body.data.count }
    branches:
      - name: Else
        steps:
          - action: { componentKey: http, key: httpGet }
            inputs: { url: { type: configVar, value: shopUrl } }
`;

const version2 = `
definitionVersion: 2
name: Files
requiredConfigVars:
  - { key: Bucket, dataType: string, defaultValue: a, hasDivider: true, header: Storage }
  - { key: Keys, dataType: credential, credentialTypes: [privateKey] }
trigger:
  name: Every hour
  schedule: { type: value, value: '0 * * * *', meta: { scheduleType: hour, timeZone: '' } }
steps:
  - name: List
    action: { componentKey: google-cloud-storage, key: listFiles }
    credential: Keys
    inputs: { bucketName: { type: configVar, value: Bucket } }
`;

const version4 = `
definitionVersion: 4
name: Files
componentVersions: { loop: 16 }
flows:
  - name: One
    trigger:
      name: Start
      action: { componentKey: Standard Triggers, key: trigger }
      schedule: null
    steps:
      - name: Each
        action: { componentKey: loop, key: loopOverItems }
        steps:
          - { name: Say, action: { componentKey: log, key: writeLog }, inputs: {} }
  - name: Two
    trigger: { name: Start, action: { componentKey: acme, key: onChange } }
`;

const workflow = `
definitionType: workflow
definitionVersion: 1
name: Greet
flow:
  steps:
    - { name: Start, stableKey: start, isTrigger: true, action: { key: webhook, component: { key: webhook-triggers, version: 1, isPublic: true } } }
    - name: Ask
      action: { key: httpGet, component: { key: http, version: 2, isPublic: true } }
      inputs: { connection: { type: scopedConfigVar, value: shop-key } }
`;

function upgraded(text: string): { integration: Integration; changes: string[]; data: unknown } {
  const { integration, problems, changes } = read(text);
  if (!integration) throw new Error(JSON.stringify(problems));
  return { integration, changes: changes.map(({ message }) => message), data: parse(write(integration)) };
}

describe('a document of version 1', () => {
  it('has its steps in one flow, with its trigger first', () => {
    const { integration } = upgraded(version1);
    const [flow, ...others] = integration.flows;
    expect(others).toEqual([]);
    expect(flow).toMatchObject({ name: 'Flow 1', isSynchronous: true, trigger: { name: 'Stock Trigger' } });
    expect(placedSteps(flow as never).map(({ step }) => step.name)).toEqual([
      'Stock Trigger',
      'Is it there',
      'httpGet',
    ]);
  });

  it('has a type for each config variable', () => {
    expect(upgraded(version1).integration.configVars).toMatchObject([
      { key: 'shopUrl', dataType: 'string', defaultValue: 'https://shop.test' },
      { key: 'token', dataType: 'string' },
    ]);
  });

  it('says where each action comes from', () => {
    const [flow] = upgraded(version1).integration.flows;
    expect(flow?.trigger.action).toMatchObject({ connector: 'webhook-triggers', key: 'webhook' });
    expect(flow?.steps[0]?.action).toMatchObject({
      connector: 'branch',
      key: 'branchOnValue',
      version: 'LATEST',
    });
  });

  it('keeps its comments', () => {
    const text = write(upgraded(version1).integration);
    expect(text).toContain('# First look');
    expect(text).toContain('defaultValue: https://shop.test # where to');
  });

  it('tells every change, with its line', () => {
    expect(upgraded(version1).changes).toEqual([
      'Config variable “shopUrl” has a type now: string.',
      'Config variable “token” has a type now: string.',
      'The config variables are on a page now, “Configuration”.',
      'The steps are in a flow of their own now, “Flow 1”.',
      'Trigger “Stock Trigger” is the first step of its flow now.',
      'Step “Is it there” says which version of “branch” it uses.',
      'A step without a name is called “httpGet” now.',
      'Step “httpGet” says which version of “http” it uses.',
      'The format version is 7 now, not 1.',
    ]);
    expect(read(version1).changes[5]).toMatchObject({ line: 15, path: ['flows', 0, 'steps', 1, 'action'] });
  });
});

describe('a document of version 2', () => {
  it('has connections for credentials, and an input for each use', () => {
    const { integration } = upgraded(version2);
    expect(integration.configVars[1]).toMatchObject({
      key: 'Keys',
      dataType: 'connection',
      extra: { credentialTypes: ['privateKey'] },
    });
    expect(integration.flows[0]?.steps[0]?.inputs.connection).toEqual({ type: 'configVar', value: 'Keys' });
  });

  it('keeps what version 7 has no place for', () => {
    expect(upgraded(version2).integration.configVars[0]?.extra).toEqual({
      hasDivider: true,
      header: 'Storage',
    });
  });

  it('starts by the clock when it did', () => {
    expect(upgraded(version2).integration.flows[0]?.trigger).toMatchObject({
      action: { connector: 'schedule-triggers', key: 'schedule' },
      schedule: { cron: { type: 'value', value: '0 * * * *' }, scheduleType: 'hour' },
    });
  });
});

describe('a document of version 4', () => {
  it('has the version of each connector at each step', () => {
    const [one] = upgraded(version4).integration.flows;
    expect(one?.steps[0]?.action.version).toBe(16);
    expect(one?.steps[0]?.steps?.[0]?.action.version).toBe('LATEST');
    expect(upgraded(version4).data).not.toHaveProperty('componentVersions');
  });

  it('keeps triggers of other connectors', () => {
    expect(upgraded(version4).integration.flows[1]?.trigger.action).toMatchObject({
      connector: 'acme',
      key: 'onChange',
    });
  });
});

describe('a workflow', () => {
  it('is an integration with one flow, its shared connections config variables', () => {
    const { integration, changes } = upgraded(workflow);
    expect(integration.flows.map(({ name }) => name)).toEqual(['Greet']);
    expect(integration.configVars).toMatchObject([
      { key: 'shop-key', dataType: 'connection', useScopedConfigVar: 'shop-key' },
    ]);
    expect(integration.flows[0]?.steps[0]?.inputs.connection).toEqual({
      type: 'configVar',
      value: 'shop-key',
    });
    expect(changes[0]).toBe('The workflow is an integration with one flow now.');
  });
});

it.each([1, 2, 4])(
  'an upgraded document of version %i is one of version 7, with nothing left to change',
  (version) => {
    const text = { 1: version1, 2: version2, 4: version4 }[version] ?? '';
    const again = write(upgraded(text).integration);
    expect(upgraded(again).changes).toEqual([]);
    expect(write(upgraded(again).integration)).toBe(again);
  },
);

it('a version that was never seen is read like its neighbours, with a warning', () => {
  const { integration, problems } = read(version4.replace('definitionVersion: 4', 'definitionVersion: 5'));
  expect(integration?.flows).toHaveLength(2);
  expect(problems.map(({ code, severity, line }) => [code, severity, line])).toEqual([
    ['version', 'warning', 2],
  ]);
});

const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.yml')) : [];
const older = files.filter(
  (name) => !/^definitionVersion: 7/m.test(readFileSync(new URL(name, corpus), 'utf8')),
);

describe.skipIf(older.length === 0)('real files of older versions (skipped without the corpus)', () => {
  it.each(older)('%s keeps every step, input, reference and config variable', (name) => {
    const text = readFileSync(new URL(name, corpus), 'utf8');
    const { data, integration } = upgraded(text);
    const [before, after] = [leaves(parse(text)), leaves(data)];
    // Values move, but none is lost: what version 7 no longer says are version numbers and names of keys.
    for (const leaf of before) expect(after).toContain(leaf);
    const steps = integration.flows.flatMap(placedSteps).length;
    expect(steps).toBe(
      (text.match(/componentKey:/g)?.length ?? 0) + (text.includes('Standard Triggers') ? 0 : 1),
    );
  });
});

/** Every text of a document that says something. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string')
    return value === '' || value === 'Standard Triggers' || value === 'trigger' || value === 'credential'
      ? []
      : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
