/** Each rule by a document that breaks it and the nearest one that does not, and by what its fixes do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { codeProblem } from '#lib/connectors/code/codeProblem.ts';
import { connectors } from '#lib/connectors/index.ts';
import type {
  ComplexItem,
  ConfigPage,
  ConfigVar,
  Flow,
  Input,
  Integration,
  Step,
} from '#lib/model/integration.ts';
import type { ProblemCode } from '#lib/model/problem.ts';
import { findProblems } from '#lib/model/problems.ts';
import type { Finding } from '#lib/model/problems/Findings.ts';
import { cronProblem } from '#lib/triggers/cronProblem.ts';
import { arbitraryIntegration } from '../../support/arbitrary.ts';
import {
  branch,
  complex,
  configVar,
  flow,
  loop,
  reference,
  step,
  template,
  value,
} from '../../support/build.ts';
import {
  breakLoop,
  code,
  get,
  integration,
  invoke,
  lanes,
  named,
  onValue,
  post,
  startedBy,
  stop,
  when,
} from '../../support/flows.ts';

const catalogue = describeConnectors(connectors);

function problemsOf(document: Integration): Finding[] {
  return findProblems(document, catalogue, { cron: cronProblem, code: codeProblem });
}

const note = (name: string, message: Input = value('Hello')) => step(name, 'log/writeLog', { message });
const pause = (name: string, message = 'a') => step(name, 'sleep/sleep', { ms: value(message) });
const holds = when('isTrue', value('true'));
const fork = (name: string, yes: Step[], no: Step[] = [note('Say no')]) =>
  branch(name, [{ lane: 'Yes', when: holds, steps: yes }], no);
const flows = (...all: Flow[]) => integration(...all);
const steps = (...all: Step[]) => flows(flow(...all));

function variable(key: string, more: Partial<ConfigVar> = {}): ConfigVar {
  return { key, dataType: 'string', description: '', ...more };
}

function page(name: string, ...keys: string[]): ConfigPage {
  return { name, tagline: '', elements: keys.map((key) => ({ type: 'configVar', value: key })) };
}

/** A document whose one step uses the first variable; the first page shows all of them. */
function configured(configVars: ConfigVar[], more: Partial<Integration> = {}): Integration {
  const use = note('Say', configVar(configVars[0]?.key ?? ''));
  const pages = [page('First', ...new Set(configVars.map(({ key }) => key)))];
  return { ...steps(use), configVars, configPages: pages, ...more };
}

function scheduled(cron: string, more: Partial<Flow> = {}): Flow {
  const trigger = step('Clock', 'schedule-triggers/schedule');
  const schedule = { cron: value(cron), scheduleType: 'custom', timeZone: '' };
  return { ...startedBy({ ...trigger, schedule }, note('Say')), ...more };
}

const withHeaders = (...headers: ComplexItem[]) =>
  steps(get('Get', value('https://shop.test'), { headers: complex(...headers) }));
const withTemplate = (text: string) => steps(note('Say', template(text)));
const withCode = (text: string) => steps(code('Code', text));
const withCondition = (...condition: Parameters<typeof when>) =>
  steps(branch('Fork', [{ lane: 'Yes', when: when(...condition), steps: [note('Say')] }]));
const shown = variable('Limit', { defaultValue: '5' });
const hidden = { meta: { visibleToCustomerDeployer: false } };

type Row = [rule: string, code: ProblemCode, broken: Integration, sound: Integration, message?: string];

const rules: Row[] = [
  [
    'a required input that is empty',
    'requiredInput',
    steps(get('Get', value(''))),
    steps(get('Get', configVar('Address'))),
    'Input “URL” of “Get” is empty.',
  ],
  [
    'a required input that is not there',
    'requiredInput',
    steps(step('Get', 'http/httpGet')),
    steps(get('Get', reference('trigger.results.body.data.url'))),
  ],
  [
    'a schedule trigger without a schedule',
    'requiredInput',
    flows(startedBy(step('Clock', 'schedule-triggers/schedule'), note('Say'))),
    flows(scheduled('0 5 * * *')),
    '“Clock” has no schedule yet.',
  ],
  [
    'a reference to no step',
    'unknownStep',
    steps(note('Get order'), note('Say', reference('getOrdr.results.id'))),
    steps(note('Get order'), note('Say', reference('getOrder.results.id'))),
    'Input “Message” of “Say” refers to “getOrdr”, but there is no such step.',
  ],
  [
    'a placeholder for no step',
    'unknownStep',
    withTemplate('Order {{$getOrder.results.id}}'),
    withTemplate('Order {{$trigger.results.id}}'),
  ],
  [
    'a reference to no step in the name of a row',
    'unknownStep',
    withHeaders({ ...value('1'), name: reference('nobody.results') }),
    withHeaders({ ...value('1'), name: reference('trigger.results.header') }),
  ],
  [
    'a term of a condition that refers to no step',
    'unknownStep',
    withCondition('exists', reference('nobody.results')),
    withCondition('exists', reference('trigger.results')),
  ],
  [
    'a reference to a later step',
    'laterStep',
    steps(note('Say', reference('after.results')), pause('After')),
    steps(pause('After'), note('Say', reference('after.results'))),
    'Input “Message” of “Say” refers to “After”, which has not run by then.',
  ],
  [
    'a reference out of a loop to a later step',
    'laterStep',
    steps(loop('Each', value('[1]'), note('Say', reference('after.results'))), pause('After')),
    steps(pause('After'), loop('Each', value('[1]'), note('Say', reference('after.results')))),
  ],
  [
    'a reference to its own step',
    'laterStep',
    steps(note('Say', reference('say.results'))),
    steps(note('Say', reference('trigger.results'))),
  ],
  [
    'a reference to another lane',
    'laterStep',
    steps(fork('Fork', [pause('Wait')], [note('Say', reference('wait.results'))])),
    steps(fork('Fork', [pause('Wait')]), note('Say', reference('wait.results'))),
    'Input “Message” of “Say” refers to “Wait” in another lane: only one of the two runs.',
  ],
  [
    'a reference into a loop of another lane',
    'laterStep',
    steps(
      fork('Fork', [loop('Each', value('[1]'), pause('Wait'))], [note('Say', reference('wait.results'))]),
    ),
    steps(fork('Fork', [loop('Each', value('[1]'), pause('Wait')), note('Say', reference('wait.results'))])),
  ],
  [
    'a reference to the results of the loop around',
    'laterStep',
    steps(loop('Each', value('[1]'), note('Say', reference('each.results.id')))),
    steps(loop('Each', value('[1]'), note('Say', reference('each.currentItem.id')))),
    'Input “Message” of “Say” refers to the results of “Each”, which is not over inside it.',
  ],
  [
    'a reference to the branch around',
    'laterStep',
    steps(fork('Fork', [note('Say', reference('fork.results'))])),
    steps(fork('Fork', [pause('Wait')]), note('Say', reference('fork.results'))),
  ],
  [
    'a reference to the trigger around its lane and to itself',
    'laterStep',
    flows(
      startedBy(
        lanes(step('Trigger', 'webhook-triggers/webhook', { body: reference('trigger.results') }), {}),
      ),
    ),
    flows(
      startedBy(
        lanes(step('Trigger', 'webhook-triggers/webhook'), {
          A: [note('Say', reference('trigger.results'))],
        }),
      ),
    ),
  ],
  [
    'a reference to the item of a loop that is over',
    'outsideLoop',
    steps(loop('Each', value('[1]'), pause('Wait')), note('Say', reference('each.currentItem'))),
    steps(loop('Each', value('[1]'), pause('Wait')), note('Say', reference('each.results'))),
    'Input “Message” of “Say” refers to an item of “Each”, which is there only inside that loop.',
  ],
  [
    'a setting of a flow that refers to a step after the trigger',
    'laterStep',
    flows({ ...flow(pause('Wait')), queueConfig: { dedupeIdField: reference('wait.results') } }),
    flows({ ...flow(pause('Wait')), queueConfig: { dedupeIdField: reference('trigger.results.id') } }),
    '“dedupeIdField” of flow “Flow” refers to “Wait”, which has not run by then.',
  ],
  [
    'a setting of the integration that refers to no step of the preprocess flow',
    'unknownStep',
    { ...steps(pause('Wait')), preprocessFlowName: 'Flow', flowNameField: reference('wiat.results') },
    { ...steps(pause('Wait')), preprocessFlowName: 'Flow', flowNameField: reference('wait.results') },
  ],
  [
    'a config variable that is not there',
    'unknownConfigVar',
    configured([shown], flowsOf(note('Say', configVar('Limt')), note('Tell', configVar('Limit')))),
    configured([shown]),
    'Input “Message” of “Say” uses the config variable “Limt”, but there is none of that name.',
  ],
  [
    'a config variable in a template that is not there',
    'unknownConfigVar',
    withTemplate('At most {{#Limit}}'),
    configured([shown], flowsOf(note('Say', template('At most {{#Limit}}')))),
  ],
  [
    'a page that shows a config variable which is not there',
    'unknownConfigVar',
    configured([shown], { configPages: [page('First', 'Limit', 'Gone')] }),
    configured([shown], { configPages: [page('First', 'Limit')] }),
    'The page “First” shows the config variable “Gone”, but there is none of that name.',
  ],
  [
    'two steps of one name',
    'duplicateName',
    steps(note('Say'), fork('Fork', [note('Say')])),
    steps(note('Say'), fork('Fork', [note('Say 2')])),
  ],
  [
    'two flows of one name',
    'duplicateName',
    flows(named('Orders', flow(note('Say'))), named('Orders', flow(note('Say')))),
    flows(named('Orders', flow(note('Say'))), named('orders', flow(note('Say')))),
  ],
  [
    'two config variables of one name',
    'duplicateName',
    configured([shown, variable('Limit')]),
    configured([shown]),
  ],
  [
    'two steps that one reference could mean',
    'ambiguousName',
    steps(pause('Get order'), pause('get-order'), note('Say', reference('getOrder.results'))),
    steps(pause('Get order'), pause('get-orders'), note('Say', reference('getOrder.results'))),
  ],
  [
    'a loop with no step inside',
    'emptyContainer',
    steps(loop('Each', value('[1]'))),
    steps(loop('Each', value('[1]'), note('Say'))),
    '“Each” has no step inside.',
  ],
  [
    'a branch with no step in any lane',
    'emptyContainer',
    steps(fork('Fork', [], [])),
    steps(fork('Fork', [], [note('Say')])),
  ],
  [
    'a lane without a condition',
    'incompleteCondition',
    steps(lanes(step('Fork', 'branch/branchOnExpression'), { Yes: [note('Say')], Else: [] })),
    steps(fork('Fork', [note('Say')])),
    'The lane “Yes” of “Fork” has no condition.',
  ],
  [
    'a condition without an operator',
    'incompleteCondition',
    withCondition('', value('a')),
    withCondition('isTrue', value('a')),
  ],
  [
    'a condition with an operator that nobody knows',
    'incompleteCondition',
    withCondition('constructor', value('a'), value('b')),
    withCondition('equal', value('a'), value('b')),
    'The lane “Yes” of “Fork” has a condition with an unknown operator, “constructor”.',
  ],
  [
    'a condition that lacks its second term',
    'incompleteCondition',
    withCondition('greaterThan', reference('trigger.results')),
    withCondition('isEmpty', reference('trigger.results')),
  ],
  [
    'a condition with an empty term',
    'incompleteCondition',
    withCondition('greaterThan', reference('trigger.results'), value('')),
    withCondition('equal', reference('trigger.results'), value('')),
  ],
  [
    'a condition with nothing on both sides',
    'incompleteCondition',
    withCondition('equal', value(''), value('')),
    withCondition('equal', value(''), reference('trigger.results')),
  ],
  [
    'a condition of one term that points nowhere',
    'incompleteCondition',
    withCondition('exists', reference(''), value('')),
    withCondition('exists', reference('trigger.results'), value('')),
  ],
  [
    'a lane without a value',
    'incompleteCondition',
    steps(onValue('Fork', value('a'), [['A', '', [note('Say')]]])),
    steps(onValue('Fork', value('a'), [['A', 'a', [note('Say')]]])),
    'The lane “A” of “Fork” has no value.',
  ],
  [
    'a branch on a value that is empty',
    'incompleteCondition',
    steps(onValue('Fork', reference(''), [['A', 'a', [note('Say')]]])),
    steps(onValue('Fork', reference('trigger.results'), [['A', 'a', [note('Say')]]])),
  ],
  [
    'a loop over what is no list',
    'notAList',
    steps(loop('Each', value('five'), note('Say'))),
    steps(loop('Each', value('{"five": 5}'), note('Say'))),
    'Input “Items” of “Each” is no list.',
  ],
  [
    'JSON that is none',
    'invalidJson',
    steps(stop('Stop', { jsonBody: value('{\n  "a": 1,\n}') })),
    steps(stop('Stop', { jsonBody: value('plain'), contentType: value('text/plain') })),
    'Input “Body” of “Stop” is not valid JSON, line 3, column 1.',
  ],
  [
    'a default that is no JSON',
    'invalidJson',
    configured([variable('Names', { collectionType: 'valuelist', defaultValue: 'a, b' })]),
    configured([variable('Names', { collectionType: 'valuelist', defaultValue: '["a", "b"]' })]),
  ],
  [
    'the default of a list that is none',
    'invalidJson',
    configured([variable('Names', { collectionType: 'valuelist', defaultValue: '{}' })]),
    configured([variable('Names', { dataType: 'code', codeLanguage: 'json', defaultValue: '{}' })]),
  ],
  [
    'an address without https',
    'invalidUrl',
    steps(post('Post', value('shop.test/orders'), value('a'))),
    steps(post('Post', value('https://shop.test/orders'), value('a'))),
  ],
  [
    'an address whose fixed part is none',
    'invalidUrl',
    configured([shown], flowsOf(get('Get', template('shop.test/{{#Limit}}')))),
    configured([shown], flowsOf(get('Get', template('{{#Limit}}/orders')))),
  ],
  [
    'a placeholder that is not closed',
    'invalidTemplate',
    withTemplate('a\nb {{$trigger.results'),
    withTemplate('a\nb {{ trigger.results'),
    'Input “Message” of “Say” has a placeholder that is not closed, line 2, column 3.',
  ],
  [
    'a placeholder that is empty',
    'invalidTemplate',
    withTemplate('a {{# }}'),
    withTemplate('a {{$trigger.results}}'),
    'Input “Message” of “Say” has a placeholder that is empty, line 1, column 3.',
  ],
  [
    'a schedule that is none',
    'invalidSchedule',
    flows(scheduled('61 * * * *')),
    flows(scheduled('59 * * * *')),
  ],
  [
    'a default that is no schedule',
    'invalidSchedule',
    configured([variable('When', { dataType: 'schedule', defaultValue: 'daily' })]),
    configured([variable('When', { dataType: 'schedule', defaultValue: '0 5 * * *' })]),
  ],
  [
    'code that cannot be read',
    'invalidCode',
    withCode('module.exports = async () => {\n  return { data: };\n};'),
    withCode('module.exports = async () => {\n  return { data: 1 };\n};'),
    'Input “Code” of “Code” cannot be read as code, line 2, column 18: Unexpected token.',
  ],
  [
    'code with a placeholder that cannot be read',
    'invalidCode',
    steps(
      step('Keep', 'collection-tools/filter', {
        filterCodeInput: template('(a => a === {{$trigger.results}}'),
      }),
    ),
    steps(
      step('Keep', 'collection-tools/filter', {
        filterCodeInput: template('(a) => a === {{$trigger.results}}'),
      }),
    ),
  ],
  [
    'a config variable that nothing uses',
    'unusedConfigVar',
    configured([shown, variable('Spare', { defaultValue: '1' })]),
    configured([shown, variable('Spare', { defaultValue: '1' })], {
      ...flowsOf(
        note('Say', configVar('Limit')),
        code('Code', 'module.exports = ({ configVars: { Spare } }) => Spare'),
      ),
    }),
    'Nothing uses the config variable “Spare”.',
  ],
  [
    'a config variable that nobody can set',
    'unplacedConfigVar',
    configured([variable('Key')], { configPages: [page('First')] }),
    configured([variable('Key', { extra: hidden })], { configPages: [page('First')] }),
    'The config variable “Key” is on no page, so nobody can set it.',
  ],
  [
    'one for the organization that nobody can set',
    'unplacedConfigVar',
    configured([variable('Key', { orgOnly: true, extra: hidden })], { configPages: [] }),
    configured([variable('Key', { dataType: 'connection', useScopedConfigVar: 'key' })], { configPages: [] }),
  ],
  [
    'a connection on a later page',
    'misplacedConnection',
    configured([variable('Shop', { dataType: 'connection' })], {
      configPages: [page('First'), page('Second', 'Shop')],
    }),
    configured([variable('Shop', { dataType: 'connection' })], {
      configPages: [page('First'), { ...page('Mine', 'Shop'), extra: { userLevelConfigured: true } }],
    }),
  ],
  ['more variables than there may be', 'tooMany', configured(variables(101)), configured(variables(100))],
  [
    'a key of a service as text',
    'secretAsText',
    withHeaders({ ...value('Bearer a1b2c3d4e5f6a7b8c9d0'), name: 'Authorization' }),
    configured([shown], {
      ...flowsOf(
        get('Get', value('https://shop.test'), {
          headers: complex({ ...configVar('Limit'), name: 'Authorization' }),
        }),
      ),
    }),
  ],
  [
    'a password in a connection',
    'secretAsText',
    configured([
      variable('Shop', { dataType: 'connection', inputs: { clientSecret: value('c0ffee11deadbeef22') } }),
    ]),
    configured([
      variable('Shop', { dataType: 'connection', inputs: { clientSecret: value('Add yours here') } }),
    ]),
    'Input “clientSecret” of config variable “Shop” looks like a secret: whoever gets the file can read it.',
  ],
  [
    'a header that browsers drop',
    'droppedHeader',
    withHeaders({ ...value('1'), name: value('COOKIE') }),
    withHeaders({ ...value('1'), name: value('X-Cookie') }),
    'Browsers drop the header “COOKIE” that “Get” sends.',
  ],
  [
    'steps after a stop',
    'neverRuns',
    steps(stop(), note('Say'), note('Tell')),
    steps(fork('Fork', [stop()]), note('Say'), note('Tell')),
    '“Say” and the step after it never run: “Stop” always ends what comes before.',
  ],
  [
    'a step after a break',
    'neverRuns',
    steps(loop('Each', value('[1]'), breakLoop(), note('Say'))),
    steps(loop('Each', value('[1]'), breakLoop()), note('Say')),
  ],
  [
    'a step after a branch whose lanes all stop',
    'neverRuns',
    steps(fork('Fork', [stop()], [stop('Stop 2')]), note('Say')),
    steps(fork('Fork', [stop()], []), note('Say')),
  ],
  [
    'a step after a branch that always stops',
    'neverRuns',
    steps(lanes(step('Fork', 'acme/choose'), { A: [stop()], Else: [stop('Stop 2')] }), note('Say')),
    steps(lanes(step('Fork', 'acme/choose'), { A: [stop()], B: [stop('Stop 2')] }), note('Say')),
  ],
  [
    'a break in no loop',
    'outsideLoop',
    steps(fork('Fork', [breakLoop()])),
    steps(loop('Each', value('[1]'), fork('Fork', [breakLoop()]))),
  ],
  [
    'a flow without steps',
    'noSteps',
    steps(),
    flows(startedBy(lanes(step('Trigger', 'webhook-triggers/webhook'), { Yes: [note('Say')] }))),
  ],
  ['an integration without flows', 'noSteps', flows(), steps(note('Say'))],
  [
    'a flow that begins with an action',
    'noTrigger',
    flows(startedBy(get('Get', value('https://shop.test')), note('Say'))),
    steps(get('Get', value('https://shop.test')), note('Say')),
    'Flow “Flow” has no trigger: “Get” cannot start it.',
  ],
  [
    'a connector that is not here',
    'missingConnector',
    steps(step('Ask', 'acme/ask')),
    steps(note('Ask')),
    'Connector “acme” is not installed: “Ask” runs here only with a pinned output.',
  ],
  [
    'a connector that is only here',
    'onlyHere',
    steps(step('Send', 'outbox/sendMessage', { message: value('a') })),
    steps(note('Send')),
  ],
  [
    'a call of no flow',
    'unknownFlow',
    flows(named('Orders', flow(invoke('Call', 'Order')))),
    flows(named('Orders', flow(invoke('Call', 'Orders')))),
  ],
  [
    'the address of no flow',
    'unknownFlow',
    flows(named('Orders', flow(note('Say', reference('trigger.results.webhookUrls.New Orders'))))),
    flows(named('Orders', flow(note('Say', reference('trigger.results.webhookUrls.Orders'))))),
    'Input “Message” of “Say” is the address of the flow “New Orders”, but there is none of that name.',
  ],
  [
    'a preprocess flow that is not there',
    'unknownFlow',
    { ...steps(note('Say')), preprocessFlowName: 'Flaw' },
    { ...steps(note('Say')), preprocessFlowName: 'Flow' },
  ],
  [
    'a shared address without a preprocess flow',
    'conflictingSettings',
    { ...steps(note('Say')), endpointType: 'shared_instance' },
    { ...steps(note('Say')), endpointType: 'flow_specific' },
  ],
  [
    'more retries of a flow than there may be',
    'outOfRange',
    flows({ ...flow(note('Say')), retryConfig: { maxAttempts: 11 } }),
    flows({ ...flow(note('Say')), retryConfig: { maxAttempts: 10, delayMinutes: 0 } }),
    'The retry of flow “Flow” has 11 for “maxAttempts”, which is a whole number from 0 to 10.',
  ],
  [
    'fewer executions at once than there may be',
    'outOfRange',
    flows({ ...flow(note('Say')), queueConfig: { concurrencyLimit: 1 } }),
    flows({ ...flow(note('Say')), queueConfig: { concurrencyLimit: 2 } }),
  ],
  [
    'half a retry of a step',
    'outOfRange',
    steps(loop('Each', value('[1]'), fork('Fork', [{ ...note('Say'), errorConfig: { maxAttempts: 2.5 } }]))),
    steps(loop('Each', value('[1]'), fork('Fork', [{ ...note('Say'), errorConfig: { maxAttempts: 5 } }]))),
  ],
  [
    'a queue of a scheduled flow',
    'conflictingSettings',
    flows(scheduled('0 5 * * *', { queueConfig: { usesFifoQueue: true } })),
    flows(scheduled('0 5 * * *', { queueConfig: { singletonExecutions: true } })),
  ],
  [
    'waiting for the last execution without a schedule',
    'conflictingSettings',
    flows({ ...flow(note('Say')), queueConfig: { singletonExecutions: true } }),
    flows({ ...flow(note('Say')), queueConfig: { usesFifoQueue: true } }),
  ],
];

describe('a document', () => {
  it.each(rules)('with %s is told so, its neighbour is not', (_rule, wanted, broken, sound, message) => {
    const found = problemsOf(broken).filter((one) => one.code === wanted);
    expect(found).not.toEqual([]);
    expect(found.map((one) => one.message)).toContain(message ?? found[0]?.message);
    expect(problemsOf(sound).filter((one) => one.code === wanted)).toEqual([]);
  });

  it.each(rules)('with %s is mended by each fix, and nothing else breaks', (_rule, wanted, broken) => {
    const before = problemsOf(broken);
    for (const finding of before.filter((one) => one.code === wanted))
      for (const { label, edit } of finding.fixes)
        if (edit && !uncovers(finding, label))
          expect(label + lost(before, edit(broken))).toBe(label + key(finding));
  });

  it.each(rules)('with %s is told where', (_rule, wanted, broken) => {
    for (const { path, place } of problemsOf(broken).filter((one) => one.code === wanted)) {
      expect(path[0]).toBeTypeOf('string');
      if (path[0] === 'flows' && path.length > 2)
        expect(place.flow).toBe(broken.flows[Number(path[1])]?.name);
    }
  });
});

describe('the fixes', () => {
  it.each<[what: string, broken: Integration, code: ProblemCode, labels: string[]]>([
    [
      'of an unknown step name the nearest that has run',
      steps(pause('Get order'), note('Say', reference('getOdrer.results')), pause('Get odrers')),
      'unknownStep',
      ['Use “getOrder”', 'Go to'],
    ],
    [
      'of an unknown step offer nothing that is far away',
      steps(note('Say', reference('customers.results'))),
      'unknownStep',
      ['Go to'],
    ],
    [
      'of a later step offer to move it up',
      steps(loop('Each', value('[1]'), note('Say', reference('after.results'))), pause('After')),
      'laterStep',
      ['Move “After” before “Each”', 'Pick another'],
    ],
    [
      'of a later step do not move it over what it needs itself',
      steps(
        note('Say', reference('after.results')),
        pause('Between'),
        note('After', reference('say.results')),
      ),
      'laterStep',
      ['Pick another'],
    ],
    [
      'of a config variable take a near one or create it',
      configured([shown], flowsOf(note('Say', configVar('limits')), note('Tell', configVar('Limit')))),
      'unknownConfigVar',
      ['Use “Limit”', 'Create config variable “limits”'],
    ],
    [
      'create no variable above the limit',
      configured(variables(100), flowsOf(note('Say', configVar('Another')))),
      'unknownConfigVar',
      [],
    ],
  ])('%s', (_what, broken, wanted, labels) => {
    const found = problemsOf(broken).find((one) => one.code === wanted);
    expect(found?.fixes.map(({ label }) => label)).toEqual(labels);
  });

  it('rename the second of two steps, and what can only mean that one follows', () => {
    const lane = [pause('Wait'), note('Say', reference('wait.results'))];
    const early = note('Early', reference('wait.results'));
    const broken = steps(early, fork('Fork', [pause('Wait'), note('Tell', reference('wait.results'))], lane));
    const mended = mend(broken, 'duplicateName');
    expect(mended.flows[0]?.steps[0]).toBe(early);
    expect(mended.flows[0]?.steps[1]?.branches?.[0]).toBe(broken.flows[0]?.steps[1]?.branches?.[0]);
    expect(mended.flows[0]?.steps[1]?.branches?.[1]?.steps).toEqual([
      pause('Wait 2'),
      note('Say', reference('wait2.results')),
    ]);
  });

  it('create a connection for an input that asks for one, on a page of its own where there is none', () => {
    const broken = steps(get('Get', value('https://shop.test'), { connection: configVar('Shop') }));
    const mended = mend(broken, 'unknownConfigVar');
    expect(mended.configVars).toEqual([variable('Shop', { dataType: 'connection' })]);
    expect(mended.configPages).toEqual([page('Configuration', 'Shop')]);
  });

  it('leave a document alone that has changed since', () => {
    const wrong = { maxAttempts: 9 };
    const broken = steps(note('Say'), note('Say'), { ...note('Tell'), errorConfig: wrong });
    const other = steps(note('A'), note('B'), { ...note('C'), errorConfig: wrong });
    const edits = problemsOf(broken).flatMap(({ fixes }) => fixes.flatMap(({ edit }) => edit ?? []));
    expect(edits.length).toBeGreaterThan(1);
    for (const edit of edits) expect(edit(other)).toBe(other);
  });
});

describe('no secret', () => {
  it.each([
    ['an identifier', 'fileId', '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms'],
    ['a UUID', 'message', '0b0f4c7e-6b0e-4f3e-9a57-3f6a9a3f2d11'],
    ['a path', 'message', '/files/2024/reports/customers/2024-01-31'],
    ['a sentence', 'message', 'The secret of good soup is 3 hours of patience'],
    ['an address', 'url', 'https://shop.test/orders?page=2&limit=100'],
    ['a word for people', 'password', 'Add your password here'],
    ['a name', 'apiKey', 'my-api-key-2'],
  ])('is seen in %s', (_what, input, text) => {
    const found = problemsOf(steps(step('Say', 'log/writeLog', { [input]: value(text) })));
    expect(found.filter((one) => one.code === 'secretAsText')).toEqual([]);
  });

  it.each([
    'sk-proj-abcDEF1234567890abcDEF',
    'AKIAABCDEFGHIJKLMNOP',
    'ghp_abcdefghij0123456789',
    'xoxb-1234567890-abcdefghij',
    'module.exports = () => fetch(url, { headers: { a: "Bearer a1b2c3d4e5f6a7b8c9d0" } })',
    'https://me:hunter2@shop.test/',
    'q8R2vXz0LmN4tYb7KcW1sPd9FgH3jEaU5oIiTn6B',
    '-----BEGIN PRIVATE KEY-----\nMIIE',
  ])('stays hidden: %s', (text) => {
    const found = problemsOf(steps(note('Say', value(text)))).filter((one) => one.code === 'secretAsText');
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain(text.slice(-10));
  });
});

describe('any document', () => {
  const rounds = { numRuns: Number(process.env.ROUNDS ?? 60) };

  it('is looked through, and each fix mends its problem without a new error', () => {
    fc.assert(
      fc.property(arbitraryIntegration(), (document) => {
        const before = problemsOf(document);
        for (const finding of before.slice(0, 30))
          for (const { label, edit } of finding.fixes)
            if (edit) expectMended(document, before, finding, label, edit);
      }),
      rounds,
    );
  });

  it.each<[what: string, document: Integration]>([
    [
      'names that every object has',
      steps(step('constructor', '__proto__/toString', { hasOwnProperty: reference('valueOf.x') })),
    ],
    ['references of any length', steps(note('Say', reference('['.repeat(50_000))))],
    ['placeholders of any number', withTemplate('{{$'.repeat(50_000))],
    [
      'texts of any length',
      steps(note('Say', value('eyJ'.repeat(300_000))), note('Tell', value('Bearer '.repeat(100_000)))),
    ],
    [
      'a flow of ten thousand unknown references',
      steps(...Array.from({ length: 10_000 }, (_, n) => note(`Say ${n}`, reference(`tell${n}x.results`)))),
    ],
    [
      'conditions that are none',
      steps({
        ...step('Fork', 'branch/branchOnExpression', {
          conditions: complex(null as never, [] as never, 'and'),
        }),
        branches: [{ name: 'A', steps: [] }],
      }),
    ],
  ])('with %s is looked through in time', (_what, document) => {
    const start = performance.now();
    problemsOf(document);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('a flow that was looked at before', () => {
  const broken = named('Broken', flow(get('Get', value(''))));
  const other = named('Other', flow(note('Say')));

  it('is told at its new place when it has moved', () => {
    problemsOf(flows(broken, other));
    expect(problemsOf(flows(other, broken)).map(({ path }) => path)).toEqual([
      ['flows', 1, 'steps', 1, 'inputs', 'url'],
    ]);
  });

  it('is held against another catalogue', () => {
    problemsOf(flows(other));
    const checks = { cron: cronProblem, code: codeProblem };
    const found = findProblems(flows(other), { connectors: [] }, checks);
    expect(found.map((one) => one.code)).toEqual(['missingConnector', 'missingConnector']);
  });
});

function flowsOf(...all: Step[]): Partial<Integration> {
  return { flows: [flow(...all)] };
}

function variables(count: number): ConfigVar[] {
  return Array.from({ length: count }, (_, index) => variable(`Variable ${index}`, { defaultValue: '1' }));
}

/** A problem by itself: not where it stands, as edits move things. */
function key({ code: what, message }: Finding): string {
  return `${what}: ${message}`;
}

/** What an edit has taken away, and behind a plus what it has brought. */
function lost(before: readonly Finding[], after: Integration): string {
  const [old, now] = [before.map(key), problemsOf(after).map(key)];
  const gone = old.filter((one) => !now.includes(one));
  const added = now.filter((one) => !old.includes(one));
  return [...gone, ...added.map((one) => `+ ${one}`)].join('\n');
}

/** A variable that gets a name of its own is one that nothing uses yet: that is new, and true. */
function uncovers({ code: what, place }: Finding, label: string): boolean {
  return what === 'duplicateName' && place.configVar !== undefined && label.startsWith('Rename');
}

function mend(broken: Integration, wanted: ProblemCode): Integration {
  const found = problemsOf(broken).find((one) => one.code === wanted);
  const edit = found?.fixes.find((fix) => fix.edit)?.edit;
  if (!edit) throw new Error(`Nothing mends ${wanted}.`);
  return edit(broken);
}

function expectMended(
  document: Integration,
  before: readonly Finding[],
  finding: Finding,
  label: string,
  edit: (document: Integration) => Integration,
): void {
  const after = problemsOf(edit(document))
    .filter(({ severity }) => severity === 'error')
    .map(key);
  const old = before.map(key);
  expect([label, after.filter((one) => !old.includes(one))]).toEqual([label, []]);
  expect(problemsOf(edit(document)).filter((one) => key(one) === key(finding)).length).toBeLessThan(
    before.filter((one) => key(one) === key(finding)).length,
  );
}
