import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { codeProblem } from '#lib/connectors/code/codeProblem.ts';
import { connectors } from '#lib/connectors/index.ts';
import type { Integration } from '#lib/model/integration.ts';
import { findProblems } from '#lib/model/problems.ts';
import type { Finding } from '#lib/model/problems/Findings.ts';
import { cronProblem } from '#lib/triggers/cronProblem.ts';
import { read } from '#lib/yaml/read.ts';
import { arbitraryIntegration } from '../../support/arbitrary.ts';

const catalogue = describeConnectors(connectors);
const problemsOf = (integration: Integration) =>
  findProblems(integration, catalogue, { cron: cronProblem, code: codeProblem });

/** A step in one line of YAML. */
function step(name: string, action: string, inputs = '{}', rest = ''): string {
  const [connector, key] = action.split('/');
  return `{ name: '${name}', action: { key: ${key}, component: { key: ${connector} } }, inputs: ${inputs}${rest && `, ${rest}`} }`;
}

const value = (text: string) => `{ type: value, value: '${text}' }`;
const reference = (path: string) => `{ type: reference, value: '${path}' }`;
const say = (message: string) => step('Say', 'log/writeLog', `{ message: ${message} }`);
const start = step('Start', 'webhook-triggers/webhook', '{}', 'isTrigger: true');

/** A document whose one flow has these steps. */
function document(steps: string[], { more = '', flow = '', trigger = start } = {}): Integration {
  const flows = `flows:\n  - name: One\n    steps: [${[trigger, ...steps].join(', ')}]\n${flow}`;
  const { integration, problems } = read(`definitionVersion: 7\nname: a\n${flows}${more}`);
  if (!integration) throw new Error(JSON.stringify(problems));
  return integration;
}

const limit = `requiredConfigVars: [{ key: Limit, dataType: number, orgOnly: false }]
configPages: [{ name: P, elements: [{ type: configVar, value: Limit }] }]
`;
const branch = (condition: string, inside = '[]') =>
  step(
    'Which',
    'branch/branchOnExpression',
    `{ conditions: { type: complex, value: [{ name: Yes, type: complex, value: ${condition} }] } }`,
    `branches: [{ name: Yes, steps: ${inside} }, { name: Else, steps: [${say(value('no'))}] }]`,
  );
const loop = (inside: string, items = value('[1]')) =>
  step('Each', 'loop/loopOverItems', `{ items: ${items} }`, `steps: [${inside}]`);
const end = step('End', 'stop-execution/stopExecution');
const leave = step('Leave', 'loop/breakLoop');

/** Each rule: what breaks it, and the nearest thing that does not. */
const rules: [rule: string, code: string, broken: Integration, sound: Integration][] = [
  [
    'an input that must be filled in',
    'requiredInput',
    document([say(value(''))]),
    document([say(value('a'))]),
  ],
  [
    'a step that is not there',
    'unknownStep',
    document([say(reference('strat.results'))]),
    document([say(reference('start.results'))]),
  ],
  [
    'a step in a template that is not there',
    'unknownStep',
    document([say(`{ type: template, value: '{{$nobody.results}}' }`)]),
    document([say(`{ type: template, value: '{{$start.results}}' }`)]),
  ],
  [
    'a step that has not run yet',
    'laterStep',
    document([say(reference('after.results')), step('After', 'sleep/sleep')]),
    document([step('After', 'sleep/sleep'), say(reference('after.results'))]),
  ],
  [
    'itself',
    'laterStep',
    document([say(reference('say.results'))]),
    document([say(reference('start.results'))]),
  ],
  [
    'a step of another lane',
    'laterStep',
    document([
      branch('[and, [isTrue, { type: value, value: a }]]', `[${step('Here', 'sleep/sleep')}]`).replace(
        value('no'),
        reference('here.results'),
      ),
    ]),
    document([
      branch('[and, [isTrue, { type: value, value: a }]]', `[${step('Here', 'sleep/sleep')}]`),
      step('Then', 'log/writeLog', `{ message: ${reference('here.results')} }`),
    ]),
  ],
  [
    'a branch from inside of it',
    'laterStep',
    document([
      branch(
        '[and, [isTrue, { type: value, value: a }]]',
        `[${step('In', 'log/writeLog', `{ message: ${reference('which.results')} }`)}]`,
      ),
    ]),
    document([loop(step('In', 'log/writeLog', `{ message: ${reference('each.currentItem')} }`))]),
  ],
  [
    'a config variable that is not there',
    'unknownConfigVar',
    document([say(`{ type: configVar, value: Limti }`)], { more: limit }),
    document([say(`{ type: configVar, value: Limit }`)], { more: limit }),
  ],
  [
    'a flow that is not there',
    'unknownFlow',
    document([step('Call', 'cross-flow/invokeFlow', `{ flowName: ${value('Two')} }`)]),
    document([step('Call', 'cross-flow/invokeFlow', `{ flowName: ${value('One')} }`)]),
  ],
  [
    'two steps of one name',
    'duplicateName',
    document([say(value('a')), say(value('b'))]),
    document([say(value('a')), say(value('b')).replace('Say', 'Say 2')]),
  ],
  [
    'two names that are one in references',
    'ambiguousName',
    document([say(value('a')), say(value('b')).replace('Say', 'say!')]),
    document([say(value('a')), say(value('b')).replace('Say', 'Tell')]),
  ],
  [
    'two flows of one name',
    'duplicateName',
    document([say(value('a'))], { flow: `  - { name: One, steps: [${start}, ${end}] }\n` }),
    document([say(value('a'))], { flow: `  - { name: Two, steps: [${start}, ${end}] }\n` }),
  ],
  ['a loop without steps', 'emptyContainer', document([loop('')]), document([loop(say(value('a')))])],
  [
    'a condition without terms',
    'incompleteCondition',
    document([branch('[and]')]),
    document([branch('[and, [exists, { type: value, value: a }]]')]),
  ],
  [
    'a condition that points nowhere',
    'incompleteCondition',
    document([branch(`[and, [equal, ${reference('')}, ${value('')}]]`)]),
    document([branch(`[and, [equal, ${reference('start.results')}, ${value('')}]]`)]),
  ],
  [
    'something to repeat that is no list',
    'notAList',
    document([loop(say(value('a')), value('five'))]),
    document([loop(say(value('a')), value('[5]'))]),
  ],
  [
    'JSON that is none',
    'invalidJson',
    document([step('End', 'stop-execution/stopExecution', `{ jsonBody: ${value('{')} }`)]),
    document([step('End', 'stop-execution/stopExecution', `{ jsonBody: ${value('{}')} }`)]),
  ],
  [
    'an address that is none',
    'invalidUrl',
    document([step('Get', 'http/httpGet', `{ url: ${value('acme.test')} }`)]),
    document([step('Get', 'http/httpGet', `{ url: ${value('https://acme.test')} }`)]),
  ],
  [
    'a placeholder that is open',
    'invalidTemplate',
    document([say(`{ type: template, value: 'a {{$start.results' }`)]),
    document([say(`{ type: template, value: 'a {{ liquid' }`)]),
  ],
  [
    'a schedule that cannot be read',
    'invalidSchedule',
    document([end], {
      trigger: step('Start', 'schedule-triggers/schedule', '{}', `schedule: ${value('99 * * * *')}`),
    }),
    document([end], {
      trigger: step('Start', 'schedule-triggers/schedule', '{}', `schedule: ${value('9 * * * *')}`),
    }),
  ],
  [
    'code that cannot be read',
    'invalidCode',
    document([step('Do', 'code/runCode', `{ code: ${value('module.exports = async (a => 1')} }`)]),
    document([step('Do', 'code/runCode', `{ code: ${value('module.exports = async (a) => 1')} }`)]),
  ],
  [
    'a number that is out of range',
    'outOfRange',
    document([step('End', 'stop-execution/stopExecution', '{}', 'errorConfig: { maxAttempts: 6 }')]),
    document([step('End', 'stop-execution/stopExecution', '{}', 'errorConfig: { maxAttempts: 5 }')]),
  ],
  [
    'settings that exclude each other',
    'conflictingSettings',
    document([end], { more: 'endpointType: shared_instance\n' }),
    document([end], { more: 'endpointType: shared_instance\npreprocessFlowName: One\n' }),
  ],
  [
    'a variable that nobody uses',
    'unusedConfigVar',
    document([end], { more: limit }),
    document(
      [
        step(
          'Do',
          'code/runCode',
          `{ code: ${value('module.exports = ({ configVars }) => configVars.Limit')} }`,
        ),
      ],
      { more: limit },
    ),
  ],
  [
    'a variable that nobody can set',
    'unplacedConfigVar',
    document([say('{ type: configVar, value: Limit }')], { more: limit.replace(/configPages.*/, '') }),
    document([say('{ type: configVar, value: Limit }')], { more: limit }),
  ],
  [
    'a secret as text',
    'secretAsText',
    document([say(value('ghp_abcdefghijklmnopqrstuvwxyz'))]),
    document([say(value('a long sentence without any secret'))]),
  ],
  [
    'a header that browsers drop',
    'droppedHeader',
    document([
      step(
        'Get',
        'http/httpGet',
        `{ url: ${value('https://a.test')}, headers: { type: complex, value: [{ name: User-Agent, type: value, value: a }] } }`,
      ),
    ]),
    document([
      step(
        'Get',
        'http/httpGet',
        `{ url: ${value('https://a.test')}, headers: { type: complex, value: [{ name: Accept, type: value, value: a }] } }`,
      ),
    ]),
  ],
  ['a step after the end', 'neverRuns', document([end, say(value('a'))]), document([say(value('a')), end])],
  ['a break outside of loops', 'outsideLoop', document([leave]), document([loop(leave)])],
  ['a flow without steps', 'noSteps', document([]), document([end])],
  ['a connector that is not here', 'missingConnector', document([step('Do', 'acme/do')]), document([end])],
  [
    'a connector that is only here',
    'onlyHere',
    document([step('Do', 'outbox/sendMessage', `{ message: ${value('a')} }`)]),
    document([end]),
  ],
];

describe('a document', () => {
  it.each(rules)('with %s is told so, and its neighbour is not', (_rule, code, broken, sound) => {
    expect(codes(problemsOf(broken))).toContain(code);
    expect(codes(problemsOf(sound))).not.toContain(code);
  });

  it.each(rules)(
    'with %s names the place, and its repairs mend it without breaking more',
    (_rule, code, broken) => {
      const before = problemsOf(broken);
      const finding = before.find((one) => one.code === code);
      expect(finding?.message).toMatch(/^[“A-Z].*\.$/);
      for (const fix of finding?.fixes ?? []) {
        if (!fix.edit) continue;
        const after = problemsOf(fix.edit(broken));
        expect(after.filter((one) => same(one, finding as Finding))).toEqual([]);
        expect(after.length).toBeLessThan(before.length + 1);
      }
    },
  );

  it('suggests what was probably meant', () => {
    const labels = (integration: Integration) =>
      problemsOf(integration).flatMap(({ fixes }) => fixes.map(({ label }) => label));
    expect(labels(document([say(reference('strat.results'))]))).toContain('Use “start”');
    expect(labels(document([say('{ type: configVar, value: Limti }')], { more: limit }))).toEqual(
      expect.arrayContaining(['Use “Limit”', 'Create config variable “Limti”']),
    );
  });

  it('of any shape is looked through without an error of ours', () => {
    fc.assert(
      fc.property(arbitraryIntegration(), (integration) => void problemsOf(integration)),
      { numRuns: Number(process.env.ROUNDS ?? 100) },
    );
  });
});

describe('code that can be read', () => {
  it.each([
    'module.exports = async (context, stepResults) => ({ data: 1 });',
    'export default async () => 1',
    '(item, index) => true',
    'function (a, b) { return a - b }',
    'const { a } = require("a"); exports.b = a',
    'return 1',
  ])('%s', (code) => expect(codeProblem(code)).toBeUndefined());

  it('tells where it cannot be read', () => {
    expect(codeProblem('const a = 1;\nconst b = ;')).toEqual({
      message: 'Unexpected token.',
      line: 2,
      column: 11,
    });
  });
});

describe('schedules', () => {
  it.each(['*/5 * * * *', '00 00 * * 0', '0 */1 * * *', '5 4 1 JAN MON-FRI'])('%s is one', (text) =>
    expect(cronProblem(text)).toBeUndefined(),
  );
  it.each(['* * *', '60 * * * *', 'every day', '* * * * MOO'])('%s is none', (text) =>
    expect(cronProblem(text)).toMatch(/\.$/),
  );
});

const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const files = existsSync(corpus)
  ? readdirSync(corpus).filter((name) => name.endsWith('.yml') && !name.includes('sample-integration'))
  : [];

describe.skipIf(files.length === 0)('real files (skipped without the corpus)', () => {
  it.each(files)('%s has no error', (name) => {
    const { integration } = read(readFileSync(new URL(name, corpus)));
    const errors = problemsOf(integration as Integration).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toEqual([]);
  });
});

function codes(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code);
}

function same(one: Finding, other: Finding): boolean {
  return one.code === other.code && one.message === other.message;
}
