/** Flows that call flows (format.md 1.7, 1.10, 2.1). */
import { branch, flow, reference, step, template, value } from '../support/build.ts';
import {
  answering,
  breakLoop,
  copy,
  fail,
  get,
  give,
  ignoring,
  invoke,
  named,
  persist,
  post,
  say,
  startedBy,
  stop,
  times,
  when,
} from '../support/flows.ts';
import { gives, json, of, ofFlows, type ConformanceCase } from './case.ts';

const onCall = step('Called', 'cross-flow/crossFlow');
const other = (...steps: Parameters<typeof flow>) => named('Other', startedBy(onCall, ...steps));
const echo = copy('Echo', 'called.results.body.data');
const hook = (name: string) => reference(`trigger.results.webhookUrls.${name}`);

const recursive = startedBy(
  step('Trigger', 'recursive-flow/recursiveTrigger', { defaultCursor: value('1') }),
  step('Get cursor', 'recursive-flow/getCursor'),
  say('Say', 'page {{$getCursor.results}}'),
  branch('Last?', [
    { lane: 'Yes', when: when('equal', reference('getCursor.results'), value('111')), steps: [stop()] },
  ]),
  step('Set cursor', 'recursive-flow/setCursor', { cursor: template('{{$getCursor.results}}1') }),
  step('Again', 'recursive-flow/invokeRecursive'),
);

export const calls: readonly ConformanceCase[] = [
  ofFlows(
    'A flow that answers its callers gives them its result',
    [flow(invoke('Call', 'Other', value({ id: 7 }))), answering(other(echo))],
    { ...gives({ id: 7 }), invoked: ['Other'] },
  ),
  ofFlows(
    'A flow that does not answer is started and not waited for',
    [flow(invoke('Call', 'Other', value('x')), say('After', 'first')), other(say('Later', 'second'))],
    { status: 'succeeded', log: ['info first', 'info second'], invoked: ['Other'] },
  ),
  ofFlows(
    'A call that is not waited for gives the id of the execution',
    [
      flow(
        invoke('Call', 'Other'),
        branch('Id?', [
          { lane: 'Yes', when: when('isNotEmpty', reference('call.results.executionId')), steps: [] },
        ]),
      ),
      other(),
    ],
    gives('Yes'),
  ),
  ofFlows(
    'A trigger may say that its flow answers',
    [
      flow(invoke('Call', 'Other', value(5))),
      named(
        'Other',
        startedBy(step('Called', 'cross-flow/crossFlow', { responseType: value('synchronous') }), echo),
      ),
    ],
    gives(5),
  ),
  ofFlows(
    'Text that looks like JSON stays text on its way to another flow',
    [flow(invoke('Call', 'Other', value('{"a":1}'))), answering(other(echo))],
    gives('{"a":1}'),
  ),
  ofFlows(
    'A call without data has an empty body',
    [flow(invoke('Call', 'Other', reference('trigger.results.none'))), answering(other(echo))],
    gives(''),
  ),
  ofFlows(
    'A flow that fails fails the step that waits for it',
    [flow(invoke('Call', 'Other')), answering(other(fail('Bad')))],
    { status: 'failed', failure: { code: 'input', step: 'Call' } },
  ),
  ofFlows(
    'A failure of a called flow may be ignored',
    [flow(ignoring(invoke('Call', 'Other')), give('After', 1)), answering(other(fail('Bad')))],
    { ...gives(1), warnings: 1 },
  ),
  ofFlows(
    'A failure of a flow nobody waits for stays its own',
    [flow(invoke('Call', 'Other')), other(fail('Bad'))],
    { status: 'succeeded' },
  ),
  of('A flow that does not exist fails the call', [invoke('Call', 'Nobody')], {
    status: 'failed',
    failure: { code: 'input', step: 'Call', message: 'There is no flow “Nobody” in this integration.' },
  }),
  ofFlows(
    'A called flow that stops itself gives its body',
    [
      flow(invoke('Call', 'Other')),
      answering(other(stop('Stop', { jsonBody: value('{"a":1}') }), give('Never', 2))),
    ],
    gives({ a: 1 }),
  ),
  ofFlows(
    'Flows call each other three deep',
    [
      flow(invoke('Call', 'Middle', value(1))),
      answering(
        named('Middle', startedBy(onCall, invoke('Call on', 'Other', reference('called.results.body.data')))),
      ),
      answering(other(echo)),
    ],
    { ...gives(1), invoked: ['Middle', 'Other'] },
  ),
  ofFlows(
    'Flows that wait for each other without end are stopped',
    [answering(flow(invoke('Call', 'Flow')))],
    {
      status: 'failed',
      invoked: Array.from({ length: 10 }, () => 'Flow'),
      failure: { code: 'limit', step: 'Call' },
    },
  ),
  ofFlows(
    'Flows share cross-flow values, each from its start to its end',
    [
      flow(persist('Save', 'saveCrossFlowValue', 'a', value(1)), invoke('Call', 'Other')),
      other(persist('More', 'incrementCrossFlowValue', 'a')),
    ],
    { status: 'succeeded', state: { crossFlow: { a: 2 } } },
  ),
  ofFlows(
    'A flow does not see the values of another flow',
    [
      flow(persist('Save', 'saveInstanceValue', 'a', value(1)), invoke('Call', 'Other')),
      other(persist('Get', 'getInstanceValue', 'a'), say('Say', '[{{$get.results}}]')),
    ],
    { status: 'succeeded', log: ['info []'], state: { instance: { a: 1 } } },
  ),
  ofFlows(
    'A request to an own webhook runs the flow and not the network',
    [
      flow(post('Post', hook('Hook'), value({ id: 7 }))),
      answering(named('Hook', flow(copy('Echo', 'trigger.results.body.data')))),
    ],
    { ...gives({ id: 7 }), requests: [], invoked: ['Hook'] },
  ),
  ofFlows(
    'A request to an own webhook that nobody waits for gives the execution',
    [
      flow(
        post('Post', hook('Hook'), value('')),
        branch('Id?', [
          { lane: 'Yes', when: when('isNotEmpty', reference('post.results.executionId')), steps: [] },
        ]),
      ),
      named('Hook', flow()),
    ],
    { ...gives('Yes'), requests: [] },
  ),
  ofFlows(
    'A webhook answers at once as its trigger says',
    [
      flow(get('Get', hook('Hook'))),
      named(
        'Hook',
        startedBy(
          step('T', 'webhook-triggers/webhook', { statusCode: value('201'), body: value('{"queued":true}') }),
        ),
      ),
    ],
    gives({ queued: true }),
  ),
  ofFlows(
    'A request may ask to wait',
    [
      flow(
        get('Get', hook('Hook'), {
          headers: { type: 'complex', value: [{ ...value('true'), name: 'Prismatic-Synchronous' }] },
        }),
      ),
      named('Hook', flow(give('G', [1]))),
    ],
    gives([1]),
  ),
  ofFlows(
    'A request may ask not to wait',
    [
      flow(
        get('Get', hook('Hook'), {
          headers: { type: 'complex', value: [{ ...value('false'), name: 'prismatic-synchronous' }] },
        }),
        copy('Id', 'get.results.0'),
      ),
      answering(named('Hook', flow(give('G', [1])))),
    ],
    gives(null),
  ),
  ofFlows(
    'Query and path of a request reach the own webhook',
    [
      flow(get('Get', template('{{$trigger.results.webhookUrls.Hook}}/deep/er?a=1'))),
      answering(
        named(
          'Hook',
          flow(
            step('O', 'collection-tools/createObject', {
              keyValueInput: {
                type: 'complex',
                value: [
                  { ...reference('trigger.results.pathFragment'), name: 'path' },
                  { ...reference('trigger.results.queryParameters.a'), name: 'a' },
                ],
              },
            }),
          ),
        ),
      ),
    ],
    gives({ path: 'deep/er', a: '1' }),
  ),
  ofFlows(
    'A webhook whose flow fails answers with an error',
    [flow(get('Get', hook('Hook'))), answering(named('Hook', flow(fail())))],
    { status: 'failed', failure: { code: 'remote', step: 'Get', retry: true } },
  ),
  ofFlows(
    'A webhook answers as its flow stops',
    [
      flow(
        get('Get', hook('Hook'), { includeFullResponse: value('true') }),
        copy('Status', 'get.results.status'),
      ),
      answering(named('Hook', flow(stop('Stop', { statusCode: value('202') })))),
    ],
    gives(202),
  ),
  of('A recursion starts itself again with its cursor until it stops', recursive.steps, {
    status: 'succeeded',
    log: ['info page 1', 'info page 11', 'info page 111'],
    invoked: ['Flow', 'Flow'],
  }),
  of(
    'A cursor that was set is read in the same run',
    [
      step('Set', 'recursive-flow/setCursor', { cursor: value('5') }),
      step('Get', 'recursive-flow/getCursor'),
    ],
    gives('5'),
  ),
  of(
    'A cursor is nothing where no recursion has begun',
    [step('Get', 'recursive-flow/getCursor')],
    gives(null),
  ),
  ofFlows(
    'A loop calls a flow for each turn',
    [flow(times('N', 3, invoke('Call', 'Other', reference('n.index')))), answering(other(echo))],
    { ...gives([0, 1, 2]), invoked: ['Other', 'Other', 'Other'] },
  ),
  ofFlows(
    'Break after a call leaves the loop',
    [flow(times('N', 3, invoke('Call', 'Other', value(1)), breakLoop())), answering(other(echo))],
    { ...gives([]), invoked: ['Other'] },
  ),
].map((one) =>
  one.sentence.startsWith('A recursion')
    ? { ...one, integration: { ...one.integration, flows: [recursive] }, ...json('') }
    : one,
);
