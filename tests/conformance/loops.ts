/** Loops (format.md 1.10, 2.1). */
import { branch, loop, object, reference, step, template, value } from '../support/build.ts';
import {
  breakLoop,
  copy,
  fail,
  give,
  ignoring,
  onValue,
  persist,
  say,
  select,
  stop,
  times,
  when,
} from '../support/flows.ts';
import { gives, json, of, type ConformanceCase } from './case.ts';

const items = reference('trigger.results.body.data.items');
const abc = json({ items: ['a', 'b', 'c'] });
const item = copy('Item', 'l.currentItem');

/** Leaves the loop when the item is "b". */
const untilB = branch('Is it b?', [
  { lane: 'B', when: when('equal', reference('l.currentItem'), value('b')), steps: [breakLoop()] },
]);

export const loops: readonly ConformanceCase[] = [
  of(
    'A loop runs its steps for each item and lists the last result of each',
    [loop('L', items, give('First', 0), item)],
    {
      status: 'succeeded',
      result: ['a', 'b', 'c'],
      journal: [
        ['Trigger', 'succeeded'],
        ['L/[0]/First', 'succeeded'],
        ['L/[0]/Item', 'succeeded', 'a'],
        ['L/[1]/First', 'succeeded'],
        ['L/[1]/Item', 'succeeded', 'b'],
        ['L/[2]/First', 'succeeded'],
        ['L/[2]/Item', 'succeeded', 'c'],
        ['L', 'succeeded', ['a', 'b', 'c']],
      ],
    },
    abc,
  ),
  of('A loop over nothing in a list does nothing', [loop('L', items, item)], gives([]), json({ items: [] })),
  of('A loop reads a list that is JSON text', [loop('L', value('["x","y"]'), item)], gives(['x', 'y'])),
  of(
    'A loop over an object has its keys and values',
    [loop('L', items, item)],
    gives([
      { key: 'k', value: 1 },
      { key: 'm', value: 2 },
    ]),
    json({ items: { k: 1, m: 2 } }),
  ),
  of('A loop over what is no list fails', [loop('L', value('abc'), item)], {
    status: 'failed',
    failure: { code: 'input', step: 'L' },
  }),
  of(
    'A loop over a reference that leads nowhere fails',
    [loop('L', reference('trigger.results.none'), item)],
    { status: 'failed', failure: { code: 'input', step: 'L' } },
  ),
  of('A loop numbers its turns from 0', [loop('L', items, copy('At', 'l.index'))], gives([0, 1, 2]), abc),
  of(
    'A loop knows its first and its last turn',
    [loop('L', items, object('Ends', { first: reference('l.isFirst'), last: reference('l.isLast') }))],
    gives([
      { first: true, last: false },
      { first: false, last: false },
      { first: false, last: true },
    ]),
    abc,
  ),
  of('A loop without steps lists nothing for each item', [loop('L', items)], gives([null, null, null]), abc),
  of(
    'A loop inside a loop sees both items',
    [
      loop(
        'Out',
        value([1, 2]),
        loop(
          'In',
          value(['x', 'y']),
          object('Pair', { p: template('{{$out.currentItem}}{{$in.currentItem}}') }),
        ),
      ),
    ],
    gives([
      [{ p: '1x' }, { p: '1y' }],
      [{ p: '2x' }, { p: '2y' }],
    ]),
  ),
  of(
    'A turn does not see what the turn before did',
    [
      loop(
        'L',
        items,
        branch('Only a', [
          {
            lane: 'A',
            when: when('equal', reference('l.currentItem'), value('a')),
            steps: [give('In a', 1)],
          },
        ]),
        copy('See', 'inA.results'),
      ),
    ],
    gives([1, null, null]),
    abc,
  ),
  of(
    'Steps of a loop stay readable after it, as its last turn left them',
    [loop('L', items, item), copy('After', 'item.results')],
    gives('c'),
    abc,
  ),
  of(
    'The item is gone after the loop',
    [loop('L', items, item), copy('After', 'l.currentItem')],
    gives(null),
    abc,
  ),
  of(
    'A result of a loop is reached by its number',
    [loop('L', items, item), copy('After', 'l.results.1')],
    gives('b'),
    abc,
  ),
  of('The last step of a turn may be a branch', [loop('L', items, untilB)], gives(['Else']), abc),
  of(
    'Repeating a number of times counts from 0',
    [times('N', 3, copy('At', 'n.currentItem'))],
    gives([0, 1, 2]),
  ),
  of(
    'Repeating has item and index alike',
    [
      times(
        'N',
        2,
        object('O', {
          item: reference('n.currentItem'),
          index: reference('n.index'),
          last: reference('n.isLast'),
        }),
      ),
    ],
    gives([
      { item: 0, index: 0, last: false },
      { item: 1, index: 1, last: true },
    ]),
  ),
  of('Repeating zero times does nothing', [times('N', 0, give('G', 1))], gives([])),
  of('Repeating a negative number of times does nothing', [times('N', -3, give('G', 1))], gives([])),
  of(
    'Repeating without a number repeats 1000 times',
    [
      { ...step('N', 'loop/loopNTimes', { iterationCount: value('') }), steps: [give('G', 1)] },
      copy('Last', 'n.results.999'),
      copy('Beyond', 'n.results.1000'),
      select('Any', 'last.results'),
    ],
    gives(1),
  ),
  of('Repeating a number that is none fails', [times('N', 'often', give('G', 1))], {
    status: 'failed',
    failure: { code: 'input', step: 'N' },
  }),
  of(
    'Break leaves the loop; that turn is not in the result',
    [loop('L', items, untilB, item)],
    {
      status: 'succeeded',
      result: ['a'],
      journal: [
        ['Trigger', 'succeeded'],
        ['L/[0]/Is it b?', 'succeeded', 'Else'],
        ['L/[0]/Item', 'succeeded', 'a'],
        ['L/[1]/Is it b?/Break', 'succeeded'],
        ['L/[1]/Is it b?', 'succeeded', 'B'],
        ['L', 'succeeded', ['a']],
      ],
    },
    abc,
  ),
  of(
    'What follows a loop that was left runs',
    [loop('L', items, untilB), copy('After', 'l.results')],
    gives(['Else']),
    abc,
  ),
  of(
    'Break leaves the innermost loop only',
    [loop('Out', value([1, 2]), loop('In', value(['x', 'y']), breakLoop()), give('Each', 'e'))],
    gives(['e', 'e']),
  ),
  of(
    'Break leaves the loop from two branches deep',
    [
      times(
        'N',
        5,
        branch('One', [], [onValue('Two', value('x'), [['X', 'x', [breakLoop()]]])]),
        give('Never', 1),
      ),
    ],
    gives([]),
  ),
  of('Break outside of a loop fails', [breakLoop()], {
    status: 'failed',
    failure: { code: 'input', step: 'Break' },
  }),
  of(
    'Stop inside a loop ends the run',
    [loop('L', items, stop()), give('Never', 1)],
    {
      status: 'succeeded',
      journal: [
        ['Trigger', 'succeeded'],
        ['L/[0]/Stop', 'succeeded'],
        ['L', 'succeeded'],
      ],
    },
    abc,
  ),
  of(
    'A failing step fails its loop and names itself',
    [loop('L', items, fail('Bad'))],
    {
      status: 'failed',
      failure: { code: 'input', step: 'Bad' },
      journal: [
        ['Trigger', 'succeeded'],
        ['L/[0]/Bad', 'failed'],
        ['L', 'failed'],
      ],
    },
    abc,
  ),
  of(
    'A failing step that is ignored lets its loop go on',
    [loop('L', items, ignoring(fail('Bad')), item)],
    { status: 'succeeded', result: ['a', 'b', 'c'], warnings: 3 },
    abc,
  ),
  of(
    'A loop may gather values of the execution',
    [
      loop('L', items, persist('Add', 'appendExecutionValueToList', 'all', reference('l.currentItem'))),
      persist('All', 'getExecutionValue', 'all'),
    ],
    gives(['a', 'b', 'c']),
    abc,
  ),
  of(
    'A loop logs at each turn',
    [loop('L', items, say('Say', '{{$l.index}} {{$l.currentItem}}'))],
    { status: 'succeeded', log: ['info 0 a', 'info 1 b', 'info 2 c'] },
    abc,
  ),
  of(
    'A mocked list drives a loop, which is left at its second item',
    [
      step('List users', 'slack/listUsers'),
      loop(
        'L',
        reference('listUsers.results.members'),
        onValue(
          'Who',
          reference('l.currentItem.name'),
          [['Bot', 'bot', [give('Hello', true)]]],
          [breakLoop()],
        ),
      ),
      times('N', 3, copy('First', 'l.results.0')),
      select('Any', 'hello.results'),
    ],
    { status: 'succeeded', result: null },
    { mocks: { 'slack/listUsers': { members: [{ name: 'bot' }, { name: 'eve' }] } } },
  ),
];
