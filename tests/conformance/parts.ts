/** Runs of a part of a flow: up to a step, one step alone, from a step on (architecture 6). */
import { runFrom, runOnly, runTo } from '#lib/engine/starts.ts';
import type { Entry } from '#lib/model/execution.ts';
import type { StepPath } from '#lib/model/path.ts';
import { branch, flow, loop, step, value } from '../support/build.ts';
import { copy, give, lanes, when } from '../support/flows.ts';
import { gives, of, type ConformanceCase } from './case.ts';

const did = (path: StepPath, output: unknown, more: Partial<Entry> = {}): Entry => ({
  path,
  status: 'succeeded',
  startedAt: 0,
  endedAt: 0,
  output,
  ...more,
});

const abc = [give('A', 1), give('B', 2), copy('C', 'a.results')];
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
const ran = [did(['Trigger'], {}), did(['A'], 'old a'), did(['B'], 'old b')];
const inAction = [
  lanes(step('Do', 'acme/gone'), { A: [copy('In lane', 'do.results')], B: [] }),
  copy('End', 'inLane.results'),
];

export const parts: readonly ConformanceCase[] = [
  of(
    'Running to a step ends with it',
    abc,
    {
      ...gives(2),
      journal: [
        ['Trigger', 'succeeded'],
        ['A', 'succeeded'],
        ['B', 'succeeded'],
      ],
    },
    { start: runTo(['B']) },
  ),
  of(
    'Running to a step uses what is known before it',
    abc,
    { ...gives(2), journal: [['B', 'succeeded']] },
    { start: runTo(['B'], ran.slice(0, 2)) },
  ),
  of(
    'Running to a step in a loop ends in its first turn',
    inLoop,
    {
      status: 'succeeded',
      journal: [
        ['Trigger', 'succeeded'],
        ['L/[0]/In', 'succeeded', 'x'],
        ['L', 'succeeded'],
      ],
    },
    { start: runTo(['L', 'In']) },
  ),
  of(
    'Running to a step in a lane that is not taken runs nothing after it',
    inLane,
    {
      status: 'succeeded',
      journal: [
        ['Trigger', 'succeeded'],
        ['If', 'succeeded', 'Else'],
      ],
    },
    { start: runTo(['If', 'In yes']) },
  ),
  of(
    'Running one step alone uses what an earlier run produced',
    abc,
    { ...gives('old a'), journal: [['C', 'succeeded', 'old a']] },
    { start: runOnly(flow(...abc), ['C'], ran) },
  ),
  of(
    'Running one step alone runs it though it is known',
    abc,
    { ...gives(2), journal: [['B', 'succeeded', 2]] },
    { start: runOnly(flow(...abc), ['B'], ran) },
  ),
  of(
    'Running one step alone leaves out what is not known',
    [step('A', 'acme/gone'), give('B', 2)],
    {
      ...gives(2),
      journal: [
        ['Trigger', 'succeeded'],
        ['B', 'succeeded', 2],
      ],
    },
    { start: runOnly(flow(step('A', 'acme/gone'), give('B', 2)), ['B'], []) },
  ),
  of(
    'Running one step alone in a turn of a loop has that turn’s item',
    inLoop,
    {
      status: 'succeeded',
      journal: [
        ['L/[1]/In', 'succeeded', 'y'],
        ['L', 'succeeded', ['y']],
      ],
    },
    { start: runOnly(flow(...inLoop), ['L', 1, 'In'], [did(['Trigger'], {})]) },
  ),
  of(
    'Running one step alone in a lane takes that lane',
    inLane,
    { status: 'succeeded', journal: [['If/In yes', 'succeeded', 'y']] },
    {
      start: runOnly(
        flow(...inLane),
        ['If', 'In yes'],
        [did(['Trigger'], {}), did(['If'], 'Else', { branch: 'Else' })],
      ),
    },
  ),
  of(
    'Running from a step runs it and all after it',
    abc,
    {
      ...gives('old a'),
      journal: [
        ['B', 'succeeded', 2],
        ['C', 'succeeded', 'old a'],
      ],
    },
    { start: runFrom(flow(...abc), ['B'], [...ran, did(['C'], 'old c')]) },
  ),
  of(
    'Running from a step in a turn of a loop keeps the turns before',
    inLoop,
    {
      ...gives(2),
      journal: [
        ['L/[1]/In', 'succeeded', 'y'],
        ['L/[1]/Then', 'succeeded'],
        ['L/[2]/In', 'succeeded'],
        ['L/[2]/Then', 'succeeded'],
        ['L', 'succeeded', ['t0', 1, 1]],
        ['End', 'succeeded'],
      ],
    },
    {
      start: runFrom(
        flow(...inLoop),
        ['L', 1, 'In'],
        [
          did(['Trigger'], {}),
          did(['L', 0, 'In'], 'x'),
          did(['L', 0, 'Then'], 't0'),
          did(['L', 1, 'In'], 'old'),
          did(['L', 2, 'In'], 'old'),
          did(['L'], ['old']),
          did(['End'], 'old'),
        ],
      ),
    },
  ),
  of(
    'Running from a step in a lane takes that lane',
    inLane,
    {
      ...gives(2),
      journal: [
        ['If/In yes', 'succeeded', 'y'],
        ['End', 'succeeded'],
      ],
    },
    {
      start: runFrom(
        flow(...inLane),
        ['If', 'In yes'],
        [did(['Trigger'], {}), did(['If'], 'Else', { branch: 'Else' })],
      ),
    },
  ),
  of(
    'A reference to a step that is left out is nothing',
    [step('A', 'acme/gone'), copy('B', 'a.results')],
    gives(null),
    { start: runOnly(flow(step('A', 'acme/gone'), copy('B', 'a.results')), ['B'], []) },
  ),
  of(
    'Running from a step in a lane of an action keeps what the action produced',
    inAction,
    {
      ...gives({ kept: 1 }),
      journal: [
        ['Do/In lane', 'succeeded', { kept: 1 }],
        ['End', 'succeeded'],
      ],
    },
    {
      start: runFrom(
        flow(...inAction),
        ['Do', 'In lane'],
        [did(['Trigger'], {}), did(['Do'], { kept: 1 }, { branch: 'B' })],
      ),
    },
  ),
];
