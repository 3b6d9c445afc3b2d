/** What the steps of a document write, send or delete elsewhere. */
import { publicText } from '#lib/model/audit/publicText.ts';
import { callsOut } from '#lib/model/audit/reach.ts';
import type { AuditEffect } from '#lib/model/audit/report.ts';
import { findAction, type Catalogue } from '#lib/model/catalogue.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { Integration, Step } from '#lib/model/integration.ts';

export function effectsOf({ flows }: Integration, catalogue: Catalogue): AuditEffect[] {
  return flows.flatMap((flow) =>
    placedSteps(flow)
      .slice(1)
      .flatMap(({ step }) =>
        effectOf(step, catalogue).map((effect) => ({ flow: flow.name, step: step.name, ...effect })),
      ),
  );
}

/** Requests by their method; it may be an input of the step. */
const requests: ReadonlyMap<string, { method?: string; from?: string }> = new Map([
  ['httpPost', { method: 'POST' }],
  ['httpPut', { method: 'PUT' }],
  ['httpPatch', { method: 'PATCH' }],
  ['httpDelete', { method: 'DELETE' }],
  ['httpPostFormData', { method: 'POST', from: 'httpMethod' }],
  ['graphqlRequest', { method: 'POST' }],
  ['rawRequest', { from: 'method' }],
]);

/** Words in the keys of actions that change something: `putObject`, `issuesCreateComment`. */
const changing: ReadonlySet<string> = new Set(
  (
    'abort add append archive assign cancel close complete copy create delete deploy disable drop enable execute ' +
    'insert invite invoke merge move patch post publish put remove rename replace run save send set share start stop ' +
    'submit subscribe sync transfer unsubscribe update upload upsert write'
  ).split(' '),
);

/** First words of keys that only look, whatever comes after them: `listDeletedItems`. */
const looking: ReadonlySet<string> = new Set([
  'check',
  'download',
  'fetch',
  'find',
  'get',
  'head',
  'list',
  'query',
  'read',
  'search',
  'select',
]);

/** Inputs that say what it is done to, the most telling first. */
const targets = [
  'url',
  'endpoint',
  'webhookUrl',
  'bucket',
  'bucketName',
  'sourceBucketName',
  'queueUrl',
  'topicArn',
  'channelName',
  'to',
  'table',
  'path',
  'inputPath',
];

function effectOf(step: Step, catalogue: Catalogue): Omit<AuditEffect, 'flow' | 'step'>[] {
  const does = wordsFor(step, catalogue);
  if (does === undefined) return [];
  const key = targets.find((name) => textOf(step, name) !== '');
  const target = key === undefined ? {} : { input: key, target: targetText(step, key) };
  return [{ connector: step.action.connector, does, ...target }];
}

function wordsFor(step: Step, catalogue: Catalogue): string | undefined {
  const { connector, key: written } = step.action;
  // Keys are found whatever their case: what runs is the action as the catalogue spells it.
  const key = findAction(catalogue, connector, written)?.action.key ?? written;
  const request = requests.get(key);
  if (request) return `${methodOf(step, request)} request`;
  const words = wordsIn(key);
  const changes = !looking.has(words[0] ?? '') && words.some((word) => changing.has(word));
  if (!changes || !(callsOut(step.action, catalogue) || isMessage(step, catalogue))) return undefined;
  return `${words[0]?.charAt(0).toUpperCase()}${words.join(' ').slice(1)}`;
}

function methodOf(step: Step, { method = 'Any', from = '' }: { method?: string; from?: string }): string {
  return (step.inputs[from]?.type === 'value' && textOf(step, from).toUpperCase()) || method;
}

/** A message that stays in this browser is one all the same. */
function isMessage({ action }: Step, catalogue: Catalogue): boolean {
  return findAction(catalogue, action.connector, action.key)?.connector.family === 'messages';
}

function wordsIn(key: string): string[] {
  return key
    .split(/[^a-zA-Z0-9]+|(?<=[a-z0-9])(?=[A-Z])/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '');
}

/** A path of a reference and the key of a variable are no addresses. */
function targetText(step: Step, key: string): string {
  const { type } = step.inputs[key] ?? {};
  return type === 'value' || type === 'template' ? publicText(textOf(step, key)) : textOf(step, key);
}

function textOf({ inputs }: Step, key: string): string {
  const value = Object.hasOwn(inputs, key) ? inputs[key]?.value : undefined;
  return typeof value === 'string' ? value : '';
}
