/** Runs that begin with something known: resumed, in doubt, pinned (architecture 6). */
import type { Entry, JournalStart } from '#lib/model/execution.ts';
import type { StepPath } from '#lib/model/path.ts';
import { branch, loop, reference, step, value } from '../support/build.ts';
import { copy, get, give, persist, retrying, select, times, when } from '../support/flows.ts';
import { gives, of, type ConformanceCase } from './case.ts';

const did = (path: StepPath, output: unknown, more: Partial<Entry> = {}): Entry => ({
  path,
  status: 'succeeded',
  startedAt: 0,
  endedAt: 0,
  output,
  ...more,
});
const from = (start: Partial<JournalStart>) => ({ start: { entries: [], ...start } });

const url = 'https://api.example/send';
const send = get('Send', value(url));
const network = { replies: [{ url, status: 200, body: '"sent"' }] };
const open = { marks: [{ path: ['Send'], at: 0, attempt: 1 }] };

const inLoop = [
  loop('L', value(['x', 'y', 'z']), copy('In', 'l.currentItem'), give('Then', 1)),
  give('End', 2),
];
const inLane = [
  branch(
    'If',
    [{ lane: 'Yes', when: when('equal', value(1), value(2)), steps: [give('In yes', 'y')] }],
    [give('In else', 'e')],
  ),
  give('End', 2),
];

export const journals: readonly ConformanceCase[] = [
  of(
    'A step that is known is not run again',
    [step('A', 'acme/gone'), copy('B', 'a.results')],
    {
      ...gives('kept'),
      journal: [
        ['Trigger', 'succeeded'],
        ['B', 'succeeded', 'kept'],
      ],
    },
    from({ entries: [did(['A'], 'kept')] }),
  ),
  of(
    'A step that failed before runs again',
    [give('A', 1)],
    {
      ...gives(1),
      journal: [
        ['Trigger', 'succeeded'],
        ['A', 'succeeded'],
      ],
    },
    from({ entries: [{ path: ['A'], status: 'failed', startedAt: 0, endedAt: 0 }] }),
  ),
  of(
    'A failure that was ignored before stays ignored',
    [step('A', 'acme/gone'), copy('B', 'a.results.error')],
    { ...gives('e'), warnings: 1 },
    from({ entries: [did(['A'], { error: 'e' }, { status: 'warning' })] }),
  ),
  of(
    'What known steps changed in the state is changed again',
    [step('A', 'acme/gone'), persist('Get', 'getCrossFlowValue', 'k')],
    { ...gives(['old', 1]), state: { crossFlow: { k: ['old', 1] } } },
    {
      ...from({
        entries: [
          did(['A'], null, { changes: [{ kind: 'append', scope: 'crossFlow', key: 'k', values: [1] }] }),
        ],
      }),
      state: { crossFlow: { k: ['old'] } },
    },
  ),
  of(
    'A known break leaves its loop again',
    [times('N', 3, step('Break', 'acme/gone')), give('End', 1)],
    {
      ...gives(1),
      journal: [
        ['Trigger', 'succeeded'],
        ['N', 'succeeded', []],
        ['End', 'succeeded'],
      ],
    },
    from({ entries: [did(['N', 0, 'Break'], null, { leave: 'break' })] }),
  ),
  of(
    'A known stop ends the run again, with its answer',
    [step('Stop', 'acme/gone'), give('Never', 1)],
    {
      status: 'succeeded',
      response: { status: 202, headers: {}, body: '' },
      journal: [['Trigger', 'succeeded']],
    },
    from({
      entries: [did(['Stop'], null, { leave: 'stop', response: { status: 202, headers: {}, body: '' } })],
    }),
  ),
  of(
    'A known branch takes the lane it took, whatever holds now',
    inLane,
    {
      ...gives(2),
      journal: [
        ['Trigger', 'succeeded'],
        ['If/In yes', 'succeeded'],
        ['End', 'succeeded'],
      ],
    },
    from({ entries: [did(['If'], 'Yes', { branch: 'Yes' })] }),
  ),
  of(
    'A loop that was cut off goes on at its turn',
    inLoop,
    {
      ...gives(2),
      journal: [
        ['Trigger', 'succeeded'],
        ['L/[1]/Then', 'succeeded'],
        ['L/[2]/In', 'succeeded', 'z'],
        ['L/[2]/Then', 'succeeded'],
        ['L', 'succeeded', [1, 1, 1]],
        ['End', 'succeeded'],
      ],
    },
    from({ entries: [did(['L', 0, 'In'], 'x'), did(['L', 0, 'Then'], 1), did(['L', 1, 'In'], 'y')] }),
  ),
  of(
    'A pinned step is not run, whatever it is',
    [step('A', 'acme/gone'), copy('B', 'a.results.id')],
    gives(5),
    from({ pins: [{ place: ['A'], output: { id: 5 } }] }),
  ),
  of(
    'A pin counts in every turn of a loop',
    [times('N', 2, step('A', 'acme/gone'))],
    gives(['p', 'p']),
    from({ pins: [{ place: ['N', 'A'], output: 'p' }] }),
  ),
  of(
    'A pinned loop does not turn',
    [loop('L', value('no list'), give('In', 1)), copy('B', 'l.results.0')],
    gives('p'),
    from({ pins: [{ place: ['L'], output: ['p'] }] }),
  ),
  of(
    'A pinned branch takes the lane it is pinned to',
    inLane,
    {
      status: 'succeeded',
      journal: [
        ['Trigger', 'succeeded'],
        ['If/In yes', 'succeeded'],
        ['End', 'succeeded'],
      ],
    },
    from({ pins: [{ place: ['If'], output: 'Yes' }] }),
  ),
  of(
    'A step in doubt interrupts the run until somebody decides',
    [send],
    { status: 'interrupted', failure: { step: 'Send' }, requests: [] },
    { ...network, ...from(open) },
  ),
  of(
    'A step in doubt runs again when that is decided',
    [send],
    { ...gives('sent'), requests: [`GET ${url}`] },
    { ...network, ...from({ ...open, decisions: [{ path: ['Send'], what: 'runAgain' }] }) },
  ),
  of(
    'A step in doubt that is skipped is as if it were not there',
    [send, give('B', 2), select('Any', 'send.results', 'b.results')],
    { ...gives(2), requests: [] },
    { ...network, ...from({ ...open, decisions: [{ path: ['Send'], what: 'skip' }] }) },
  ),
  of(
    'A step in doubt that is done has the output it is given',
    [send, copy('B', 'send.results')],
    { ...gives('by hand'), requests: [] },
    { ...network, ...from({ ...open, decisions: [{ path: ['Send'], what: 'done', output: 'by hand' }] }) },
  ),
  of(
    'A step in doubt that is tried again by itself runs again',
    [retrying(send, 2, 1)],
    { ...gives('sent'), requests: [`GET ${url}`] },
    { ...network, ...from(open) },
  ),
  of(
    'A step in doubt whose tries are used up fails',
    [retrying(send, 2, 1)],
    { status: 'failed', failure: { code: 'timeout', step: 'Send' }, requests: [] },
    { ...network, ...from({ marks: [{ path: ['Send'], at: 0, attempt: 3 }] }) },
  ),
  of(
    'A step that hung its thread fails instead of hanging again',
    [send],
    { status: 'failed', failure: { code: 'timeout', step: 'Send' }, requests: [] },
    { ...network, ...from({ ...open, hung: true }) },
  ),
  of(
    'A mark with an end is no doubt',
    [send, copy('B', 'send.results')],
    { ...gives('known'), requests: [] },
    { ...network, ...from({ ...open, entries: [did(['Send'], 'known')] }) },
  ),
  of(
    'A known step keeps its place for select',
    [step('A', 'acme/gone'), give('B', 2), select('Any', 'a.results', 'b.results')],
    gives('kept'),
    from({ entries: [did(['A'], 'kept')] }),
  ),
  of(
    'A reference into a known result is followed',
    [step('A', 'acme/gone'), loop('L', reference('a.results.list'), copy('In', 'l.currentItem'))],
    gives([1, 2]),
    from({ entries: [did(['A'], { list: [1, 2] })] }),
  ),
];
