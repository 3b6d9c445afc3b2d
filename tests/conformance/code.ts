/** Code steps (format.md 1.10, 2.1). */
import { flow, loop, reference, step, value } from '../support/build.ts';
import {
  answering,
  code as runs,
  copy,
  give,
  ignoring,
  named,
  persist,
  startedBy,
} from '../support/flows.ts';
import { gives, json, of, ofFlows, type ConformanceCase } from './case.ts';

const returns = (expression: string) =>
  runs('Code', `module.exports = async (context, stepResults) => (${expression});`);

const contexts: readonly [sentence: string, expression: string, result: unknown][] = [
  ['its execution', 'context.executionId', 'execution-1'],
  ['its flow', 'context.flow.name', 'Flow'],
  ['its integration', 'context.integration.name', 'Integration'],
  ['its place', 'context.stepId', 'Code'],
  ['config variables', 'context.configVars["My limit"]', '10'],
  ['addresses of webhooks', 'context.webhookUrls.Flow', 'https://hooks.example/Flow'],
  ['its own address', 'context.invokeUrl', 'https://hooks.example/Flow'],
  ['its customer', 'context.customer.externalId', ''],
  ['cross-flow values', 'context.crossFlowState.a', 1],
  ['values of its flow', 'context.instanceState.b', 2],
];

export const code: readonly ConformanceCase[] = [
  ...contexts.map(([what, expression, result]) =>
    of(`Code is told ${what}`, [returns(`{ data: ${expression} }`)], gives(result), {
      config: { 'My limit': '10' },
      state: { crossFlow: { a: 1 }, instance: { b: 2 } },
    }),
  ),
  of('Code gives its data as result', [returns('{ data: { a: [1] } }')], gives({ a: [1] })),
  of(
    'Code reads results of steps by their heads',
    [
      give('First step', { id: 3 }),
      returns('{ data: stepResults.firstStep.results.id + stepResults.trigger.results.body.data.n }'),
    ],
    gives(10),
    json({ n: 7 }),
  ),
  of(
    'Code inside a loop reads the item',
    [loop('L', value([1, 2]), returns('{ data: [stepResults.l.currentItem, stepResults.l.index] }'))],
    gives([
      [1, 0],
      [2, 1],
    ]),
  ),
  of(
    'Code that exports by default runs alike',
    [runs('Code', 'export default async () => ({ data: 5 });')],
    gives(5),
  ),
  of('Code need not be asynchronous', [runs('Code', 'module.exports = () => ({ data: 5 });')], gives(5)),
  of('Code that returns nothing has no result', [returns('undefined')], { ...gives(null), log: [] }),
  of('Code that returns something else has no result and a warning', [returns('5')], {
    ...gives(null),
    log: ['warn The code returned something without “data”.'],
  }),
  of(
    'Code writes to the log of the execution',
    [
      runs(
        'Code',
        'module.exports = async ({ logger }) => { logger.info("a"); logger.warn("b"); logger.error("c"); };',
      ),
    ],
    { status: 'succeeded', log: ['info a', 'warn b', 'error c'] },
  ),
  of(
    'Code that throws fails its step',
    [runs('Code', 'module.exports = async () => { throw new Error("no luck"); };')],
    { status: 'failed', failure: { code: 'code', step: 'Code' } },
  ),
  of(
    'A failure of code may be ignored',
    [
      ignoring(runs('Code', 'module.exports = async () => { throw new Error("no luck"); };')),
      copy('Why', 'code.results.error.code'),
    ],
    { ...gives('code'), warnings: 1 },
  ),
  of(
    'Code changes persisted values by what it returns',
    [returns('{ data: 1, crossFlowState: { b: 2 }, instanceState: { c: 3 } }')],
    { status: 'succeeded', state: { crossFlow: { a: 1, b: 2 }, instance: { c: 3 } } },
    { state: { crossFlow: { a: 1 } } },
  ),
  of(
    'Code changes values of the execution',
    [returns('{ executionState: { k: "v" } }'), persist('Get', 'getExecutionValue', 'k')],
    gives('v'),
  ),
  of(
    'Code sees the values as steps before have left them',
    [persist('Save', 'saveExecutionValue', 'k', value(1)), returns('{ data: context.executionState.k }')],
    gives(1),
  ),
  ofFlows(
    'Code runs another flow',
    [
      flow(
        runs('Code', 'module.exports = async ({ invokeFlow }) => ({ data: await invokeFlow("Other", 5) });'),
      ),
      answering(
        named(
          'Other',
          startedBy(step('Called', 'cross-flow/crossFlow'), copy('Echo', 'called.results.body.data')),
        ),
      ),
    ],
    { ...gives(5), invoked: ['Other'] },
  ),
  ofFlows(
    'Two calls of one code step are two',
    [
      flow(
        runs(
          'Code',
          'module.exports = async ({ invokeFlow }) => ({ data: [await invokeFlow("Other", 1), await invokeFlow("Other", 2)] });',
        ),
      ),
      answering(
        named(
          'Other',
          startedBy(step('Called', 'cross-flow/crossFlow'), copy('Echo', 'called.results.body.data')),
        ),
      ),
    ],
    { ...gives([1, 2]), invoked: ['Other', 'Other'] },
  ),
  ofFlows(
    'A code trigger makes its own payload and answer',
    [
      startedBy(
        step('Trigger', 'code/runCodeTrigger', {
          code: value(
            'module.exports = async (context, payload) => ({ payload: { seen: payload.body.data }, response: { statusCode: 201, contentType: "text/plain", body: "ok" } });',
          ),
        }),
        copy('Copy', 'trigger.results.seen.id'),
      ),
    ],
    { ...gives(7), response: { status: 201, headers: { 'content-type': 'text/plain' }, body: 'ok' } },
    json({ id: 7 }),
  ),
  ofFlows(
    'A code trigger without a payload fails',
    [
      startedBy(
        step('Trigger', 'code/runCodeTrigger', { code: value('module.exports = async () => ({});') }),
      ),
    ],
    { status: 'failed', failure: { code: 'code', step: 'Trigger' } },
  ),
  of(
    'Code without text runs as it is given by default',
    [step('Code', 'code/runCode', { code: reference('trigger.results.none') })],
    gives(null),
  ),
];
