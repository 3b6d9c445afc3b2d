/** Branches, and steps that join or end them (format.md 1.10, 2.1). */
import { branch, reference, step, template, value } from '../support/build.ts';
import { copy, give, lanes, onValue, say, select, stop, when } from '../support/flows.ts';
import { gives, json, of, type ConformanceCase } from './case.ts';

const total = (operator: string, limit: unknown) =>
  when(operator, reference('trigger.results.body.data.total'), value(limit));

const sized = branch(
  'Size',
  [
    { lane: 'Huge', when: total('greaterThan', 100), steps: [give('Huge step', 'h')] },
    { lane: 'Large', when: total('greaterThan', 10), steps: [give('Large step', 'l')] },
  ],
  [give('Small step', 's')],
);

const event = reference('trigger.results.body.data.event');
const onEvent = onValue('Event', event, [
  ['Register', 'register', [say('Say', 'registering')]],
  ['Remove', 'remove', []],
  ['Again', 'register', [say('Never', 'no')]],
]);

export const branches: readonly ConformanceCase[] = [
  of(
    'A branch runs the first lane that holds and no other',
    [sized],
    {
      status: 'succeeded',
      result: 'Huge',
      journal: [
        ['Trigger', 'succeeded'],
        ['Size/Huge step', 'succeeded', 'h'],
        ['Size', 'succeeded', 'Huge'],
      ],
    },
    json({ total: 500 }),
  ),
  of(
    'A branch tries its lanes in order',
    [sized],
    {
      status: 'succeeded',
      result: 'Large',
      journal: [
        ['Trigger', 'succeeded'],
        ['Size/Large step', 'succeeded', 'l'],
        ['Size', 'succeeded', 'Large'],
      ],
    },
    json({ total: 50 }),
  ),
  of(
    'A branch whose lanes do not hold runs Else',
    [sized],
    {
      status: 'succeeded',
      result: 'Else',
      journal: [
        ['Trigger', 'succeeded'],
        ['Size/Small step', 'succeeded', 's'],
        ['Size', 'succeeded', 'Else'],
      ],
    },
    json({ total: 5 }),
  ),
  of(
    'What a lane did is readable after the branch',
    [sized, copy('After', 'hugeStep.results')],
    gives('h'),
    json({ total: 500 }),
  ),
  of(
    'A lane that did not run left nothing behind',
    [sized, copy('After', 'hugeStep.results')],
    gives(null),
    json({ total: 5 }),
  ),
  of(
    'A branch inside a lane is walked like any step',
    [branch('Out', [{ lane: 'In', when: when('equal', value(1), value(1)), steps: [sized] }])],
    {
      status: 'succeeded',
      result: 'In',
      journal: [
        ['Trigger', 'succeeded'],
        ['Out/Size/Small step', 'succeeded'],
        ['Out/Size', 'succeeded', 'Else'],
        ['Out', 'succeeded', 'In'],
      ],
    },
    json({ total: 1 }),
  ),
  of(
    'A lane needs all conditions of an and',
    [
      branch('If', [
        {
          lane: 'Yes',
          when: [
            'and',
            ...when('equal', value(1), value(1)).slice(1),
            ...when('equal', value(1), value(2)).slice(1),
          ],
          steps: [],
        },
      ]),
    ],
    gives('Else'),
  ),
  of(
    'A lane needs one condition of an or',
    [
      branch('If', [
        {
          lane: 'Yes',
          when: [
            'or',
            ...when('equal', value(1), value(2)).slice(1),
            ...when('equal', value(1), value(1)).slice(1),
          ],
          steps: [],
        },
      ]),
    ],
    gives('Yes'),
  ),
  of(
    'Groups of conditions nest',
    [
      branch('If', [
        {
          lane: 'Yes',
          when: ['and', ['or', ...when('equal', value(1), value(2)).slice(1), when('exists', value('x'))]],
          steps: [],
        },
      ]),
    ],
    gives('Yes'),
  ),
  of(
    'An or stops at the first condition that holds',
    [
      branch('If', [
        {
          lane: 'Yes',
          when: ['or', ...when('equal', value(1), value(1)).slice(1), ...when('isEmpty', value(5)).slice(1)],
          steps: [],
        },
      ]),
    ],
    gives('Yes'),
  ),
  of('A branch without conditions runs Else', [branch('If', [], [give('Else step', 1)])], {
    status: 'succeeded',
    result: 'Else',
    journal: [
      ['Trigger', 'succeeded'],
      ['If/Else step', 'succeeded', 1],
      ['If', 'succeeded', 'Else'],
    ],
  }),
  of(
    'A branch on a value runs the lane with the same text',
    [onEvent],
    { status: 'succeeded', result: 'Register', log: ['info registering'] },
    json({ event: 'register' }),
  ),
  of(
    'A branch on a value runs Else for any other',
    [onEvent],
    { status: 'succeeded', result: 'Else', log: [] },
    json({ event: 'other' }),
  ),
  of(
    'A branch on a value compares numbers as text',
    [onValue('Number', reference('trigger.results.body.data.n'), [['Seven', '7', []]])],
    gives('Seven'),
    json({ n: 7 }),
  ),
  of(
    'A branch on a value does not read JSON: "07" is not 7',
    [onValue('Number', value('07'), [['Seven', '7', []]])],
    gives('Else'),
  ),
  of(
    'A branch on a value can be reached by nothing',
    [onValue('Nothing', reference('trigger.results.none'), [['Empty', '', []]])],
    gives('Empty'),
  ),
  of(
    'Select takes the first listed step that ran',
    [sized, select('Any', 'hugeStep.results', 'largeStep.results', 'smallStep.results')],
    gives('l'),
    json({ total: 50 }),
  ),
  of(
    'Select goes by the order of its list, not of the run',
    [give('A', 1), give('B', 2), select('Any', 'b.results', 'a.results')],
    gives(2),
  ),
  of(
    'Select takes a step that ran, even if its result is nothing',
    [give('A', null), give('B', 2), select('Any', 'a.results', 'b.results')],
    gives(null),
  ),
  of(
    'Select of steps that did not run is nothing',
    [sized, select('Any', 'hugeStep.results')],
    gives(null),
    json({ total: 1 }),
  ),
  of(
    'Select takes a step that ran, even where the part of it leads nowhere',
    [give('A', { id: 3 }), give('B', 2), select('Any', 'a.results.none', 'b.results')],
    gives(null),
  ),
  of('Select can take a part of a result', [give('A', { id: 3 }), select('Any', 'a.results.id')], gives(3)),
  of('Stop ends the run with success', [stop(), give('Never', 1)], {
    status: 'succeeded',
    journal: [
      ['Trigger', 'succeeded'],
      ['Stop', 'succeeded'],
    ],
  }),
  of('Stop inside a lane ends the run', [branch('If', [], [stop()]), give('Never', 1)], {
    status: 'succeeded',
    journal: [
      ['Trigger', 'succeeded'],
      ['If/Stop', 'succeeded'],
      ['If', 'succeeded', 'Else'],
    ],
  }),
  of(
    'Stop says what its caller gets',
    [
      stop('Stop', {
        statusCode: value('202'),
        jsonBody: template('{"id":{{$trigger.results.body.data.id}}}'),
        contentType: value('application/json'),
      }),
    ],
    {
      status: 'succeeded',
      response: { status: 202, headers: { 'content-type': 'application/json' }, body: '{"id":7}' },
    },
    json({ id: 7 }),
  ),
  of('Stop with a status code that is none fails', [stop('Stop', { statusCode: value('soon') })], {
    status: 'failed',
    failure: { code: 'input', step: 'Stop' },
  }),
  of(
    'An action may choose the lane that runs next',
    [
      lanes(
        {
          ...step('Do', 'code/runCode', {
            code: value('module.exports = async () => ({ data: 5, branch: "B" })'),
          }),
        },
        { A: [give('In A', 'a')], B: [give('In B', 'b')] },
      ),
      copy('After', 'do.results'),
    ],
    {
      status: 'succeeded',
      result: 5,
      journal: [
        ['Trigger', 'succeeded'],
        ['Do', 'succeeded', 5],
        ['Do/In B', 'succeeded', 'b'],
        ['After', 'succeeded', 5],
      ],
    },
  ),
  of(
    'An action that chooses no lane runs none',
    [
      lanes(step('Do', 'code/runCode', { code: value('module.exports = async () => ({ data: 5 })') }), {
        A: [give('In A', 'a')],
      }),
    ],
    {
      status: 'succeeded',
      result: 5,
      journal: [
        ['Trigger', 'succeeded'],
        ['Do', 'succeeded', 5],
      ],
    },
  ),
];
