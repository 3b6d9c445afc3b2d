import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { connectors } from '#lib/connectors/index.ts';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import { documentSchema } from '#lib/yaml/schema.ts';
import type { JsonSchema } from '#lib/yaml/schema/JsonSchema.ts';

const everyKey = readFileSync(join(import.meta.dirname, 'everyKey.yaml'), 'utf8');
const corpus = join(import.meta.dirname, '../../../shared/corpus');
const samples = join(import.meta.dirname, '../../src/lib/library/samples');

const catalogue: Catalogue = describeConnectors(connectors);
const schema = documentSchema(catalogue);
const validator = new Validator(schema as object, '7', false);

/** Where a document breaks the schema; the innermost places, without what only says that something inside is wrong. */
function wrongPlaces(data: unknown): string[] {
  const places = [...new Set(validator.validate(data).errors.map((error) => error.instanceLocation))];
  return places.filter((place) => !places.some((other) => other.startsWith(`${place}/`)));
}

/** The fixture with one text in it exchanged for another. */
function changed(from: string, to: string): unknown {
  if (!everyKey.includes(from)) throw new Error(`The fixture does not hold ${from}`);
  return parse(everyKey.replace(from, to));
}

describe('the JSON Schema of version 7', () => {
  it('accepts a document that uses every key of the format', () => {
    expect(wrongPlaces(parse(everyKey))).toEqual([]);
  });

  it('describes every key that document uses', () => {
    const described = describedKeys(schema);
    const used = documentKeys(parse(everyKey));
    expect([...used].filter((key) => !described.has(key))).toEqual([]);
  });

  it('accepts keys, connectors and actions that nobody knows', () => {
    expect(wrongPlaces(changed('category: Warehouse', 'someday: [1]'))).toEqual([]);
    expect(wrongPlaces(changed('key: webhook\n', 'key: noSuchTrigger\n'))).toEqual([]);
    expect(wrongPlaces(changed('level:', 'noSuchInput:'))).toEqual([]);
  });

  it.each([
    ['a missing name', 'name: Every key\n', '\n', '#'],
    ['no flows', '\nflows:\n', '\nflow:\n', '#'],
    ['a flow without a name', 'name: Nightly\n', 'title: Nightly\n', '#/flows/1'],
    ['an older version', 'definitionVersion: 7', 'definitionVersion: 4', '#/definitionVersion'],
    [
      'a misspelt kind of input',
      'type: reference, value: listRows',
      'type: refrence, value: listRows',
      items('type'),
    ],
    [
      'an input that is not typed',
      '{ type: reference, value: listRows.results }',
      'listRows.results',
      items(),
    ],
    ['an input without a value', ', value: listRows.results }', ' }', items()],
    [
      'a list that is no list',
      '- { type: value, value: north }',
      '- 5',
      '#/flows/1/steps/1/inputs/places/value/0',
    ],
    ['an unknown operator', '- lessThan', '- smaller', `${lane()}/value/1/0`],
    ['a lane without a name', '- name: Cheap\n                    type', '- type', lane()],
    ['an unknown endpointType', 'shared_instance', 'shared', '#/endpointType'],
    ['unknown security', ': organization\n', ': open\n', '#/flows/0/endpointSecurityType'],
    [
      'an unknown way with errors',
      ': retry\n',
      ': again\n',
      '#/flows/1/steps/1/errorConfig/errorHandlerType',
    ],
    ['too many attempts', 'maxAttempts: 2', 'maxAttempts: 6', '#/flows/1/steps/1/errorConfig/maxAttempts'],
    ['too long a wait', 'delayMinutes: 5', 'delayMinutes: 61', '#/flows/1/retryConfig/delayMinutes'],
    ['yes or no as text', 'isSynchronous: true', "isSynchronous: 'true'", '#/flows/0/isSynchronous'],
    ['a misspelt scheduleType', ': custom,', ': cron,', '#/flows/1/steps/0/schedule/meta/scheduleType'],
    [
      'a first step that is no trigger',
      'isTrigger: true\n        name: Who',
      'name: Who',
      '#/flows/0/steps/0',
    ],
    [
      'a later step that is a trigger',
      'name: List',
      'isTrigger: true\n        name: List',
      second('isTrigger'),
    ],
    [
      'a step without an action',
      '- action: { component: { isPublic: false',
      '- act: { component: { a: b',
      second(),
    ],
    ['an action without a connector', 'component: { isPublic: false', 'connector: { a: b', second('action')],
    [
      'a version that is a word',
      'version: 4',
      'version: latest',
      '#/flows/1/steps/0/action/component/version',
    ],
    ['a misspelt dataType', 'dataType: picklist', 'dataType: pickList', '#/requiredConfigVars/4/dataType'],
    ['a variable without a key', 'key: Size, ', '', '#/requiredConfigVars/4'],
    ['a connection to nothing', ', useScopedConfigVar: shared-shop', '', '#/requiredConfigVars/1'],
    ['an unknown element', '- type: htmlElement', '- type: html', '#/configPages/0/elements/0/type'],
  ])('refuses %s', (_what, from, to, place) => {
    expect(wrongPlaces(changed(from, to))).toEqual([place]);
  });

  it('offers the connectors, their actions and inputs, and the words of a choice', () => {
    const offers = JSON.stringify(schema.definitions.step);
    expect(offers).toContain('"const":"writeLog"');
    expect(offers).toContain('"enum":["debug","info","warn","error"]');
    expect(offers).not.toContain('"const":"webhook-triggers"');
    expect(JSON.stringify(schema.definitions.trigger)).toContain('"const":"webhook-triggers"');
  });

  it('names no definition that is not there', () => {
    const targets = [...JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(targets)].filter((name = '') => !(name in schema.definitions))).toEqual([]);
  });

  it('accepts the samples', () => {
    for (const file of readdirSync(samples).filter((name) => name.endsWith('.yaml')))
      expect(wrongPlaces(parse(readFileSync(join(samples, file), 'utf8')))).toEqual([]);
  });

  it.skipIf(!existsSync(corpus))('accepts every real file of version 7 (skipped: no corpus here)', () => {
    const documents = readdirSync(corpus)
      .filter((file) => file.endsWith('.yml'))
      .map((file) => parse(readFileSync(join(corpus, file), 'utf8')))
      .filter(({ definitionVersion }) => definitionVersion === 7);
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.flatMap(wrongPlaces)).toEqual([]);
  });
});

function items(key?: string): string {
  return ['#/flows/1/steps/2/inputs/items', ...(key ? [key] : [])].join('/');
}

function lane(): string {
  return '#/flows/1/steps/2/steps/0/inputs/conditions/value/0';
}

function second(key?: string): string {
  return ['#/flows/1/steps/1', ...(key ? [key] : [])].join('/');
}

/** Names of properties that they or their definitions describe, anywhere in a schema. */
function describedKeys(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found;
  const { properties } = node as JsonSchema;
  for (const [key, { description, $ref = '' }] of Object.entries(properties ?? {})) {
    const target = schema.definitions[$ref.replace('#/definitions/', '')];
    if ((description ?? target?.description) !== undefined) found.add(key);
  }
  for (const inner of Object.values(node)) describedKeys(inner, found);
  return found;
}

/** Keys of the format in a document: not those of inputs, which connectors name, nor what is inside of schemas. */
function documentKeys(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found;
  for (const [key, inner] of Object.entries(node)) {
    if (!Array.isArray(node)) found.add(key);
    if (key === 'inputs') for (const input of Object.values(inner as object)) documentKeys(input, found);
    else if (key !== 'invoke' && key !== 'result') documentKeys(inner, found);
  }
  return found;
}
