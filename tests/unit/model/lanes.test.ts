import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedSteps } from '#lib/model/flow.ts';
import type { Flow, Input, NamedInput, Step } from '#lib/model/integration.ts';
import { addLane, ELSE, moveLane, removeLane, renameLane } from '#lib/model/laneEdits.ts';
import { findStep } from '#lib/model/place.ts';
import { arbitraryFlow } from '../../support/arbitrary.ts';
import { branch, complex, flow, reference, step, value } from '../../support/build.ts';
import { lanes, onValue, when } from '../../support/flows.ts';

const test = (path: string) => when('exists', reference(path));

const stock = flow(
  branch('In stock?', [
    { lane: 'Plenty', when: test('a.results'), steps: [step('Ship', 'log/writeLog')] },
    { lane: 'Few', when: test('b.results'), steps: [step('Ask', 'log/writeLog')] },
  ]),
  onValue('Event', reference('trigger.results'), [
    ['Opened', 'open', []],
    ['Closed', 'close', []],
  ]),
  lanes(
    step('Classify', 'openai/classifyAndBranch', {
      branches: complex({ ...value('nice'), name: value('Good') }),
    }),
    {
      Good: [],
      Else: [],
    },
  ),
);

function lanesOf(inside: Flow, name: string): string[] {
  return findStep(inside, name)?.branches?.map((lane) => lane.name) ?? [];
}

function rows(inside: Flow, name: string, key: string): unknown[] {
  return rowNames(findStep(inside, name)?.inputs[key]);
}

function rowNames(input: Input | undefined): unknown[] {
  if (input?.type !== 'complex') return [];
  return (input.value as NamedInput[]).map(({ name }) => (typeof name === 'object' ? name?.value : name));
}

describe('the lanes of a branch', () => {
  it('get a new one before Else, with a condition that nobody has filled in', () => {
    const added = addLane(stock, 'In stock?', 'None');
    expect(lanesOf(added, 'In stock?')).toEqual(['Plenty', 'Few', 'None', ELSE]);
    expect(findStep(added, 'In stock?')?.inputs.conditions).toMatchObject({
      value: [
        { name: 'Plenty' },
        { name: 'Few' },
        { name: 'None', value: ['and', ['exists', reference('')]] },
      ],
    });
  });

  it('get a new one at a place, with its row there too', () => {
    const added = addLane(stock, 'Event', 'Moved', 1);
    expect(lanesOf(added, 'Event')).toEqual(['Opened', 'Moved', 'Closed', ELSE]);
    expect(rows(added, 'Event', 'branchValueMappings')).toEqual(['Opened', 'Moved', 'Closed']);
  });

  it('get the input that names them where it is missing', () => {
    const bare = flow(lanes(step('Bare', 'branch/branchOnValue'), { Else: [] }));
    expect(rows(addLane(bare, 'Bare', 'A'), 'Bare', 'branchValueMappings')).toEqual(['A']);
  });

  it('have names of their own, and none is called Else a second time', () => {
    expect(lanesOf(addLane(stock, 'In stock?', 'Few'), 'In stock?')).toContain('Few 2');
    expect(lanesOf(addLane(stock, 'In stock?', ELSE), 'In stock?')).toContain('Else 2');
    expect(lanesOf(renameLane(stock, 'In stock?', 'Few', 'Plenty'), 'In stock?')).toContain('Plenty 2');
    expect(lanesOf(renameLane(stock, 'In stock?', 'Few', ELSE), 'In stock?')).toContain('Else 2');
  });

  it('are renamed with their rows, whichever shape the names of those have', () => {
    const renamed = renameLane(
      renameLane(stock, 'In stock?', 'Few', 'Last ones'),
      'Classify',
      'Good',
      'Fine',
    );
    expect(lanesOf(renamed, 'In stock?')).toEqual(['Plenty', 'Last ones', ELSE]);
    expect(rows(renamed, 'In stock?', 'conditions')).toEqual(['Plenty', 'Last ones']);
    expect(findStep(renamed, 'Classify')?.inputs.branches).toEqual(
      complex({ ...value('nice'), name: value('Fine') }),
    );
    expect(findStep(renamed, 'Ask')).toBe(findStep(stock, 'Ask'));
  });

  it('move with their rows and never behind Else', () => {
    const moved = moveLane(stock, 'In stock?', 'Plenty', 99);
    expect(lanesOf(moved, 'In stock?')).toEqual(['Few', 'Plenty', ELSE]);
    expect(rows(moved, 'In stock?', 'conditions')).toEqual(['Few', 'Plenty']);
    expect(moveLane(stock, 'In stock?', 'Plenty', 0)).toBe(stock);
  });

  it('move rightly where a row is missing', () => {
    const rowless = renameLane(addLane(stock, 'Event', 'Moved', 1), 'Event', 'Moved', 'Shifted');
    const mappings = complex({ ...value('open'), name: 'Opened' }, { ...value('close'), name: 'Closed' });
    const broken = { ...rowless, steps: rowless.steps.map((one) => withInput(one, 'Event', mappings)) };
    const moved = moveLane(broken, 'Event', 'Opened', 1);
    expect(lanesOf(moved, 'Event')).toEqual(['Shifted', 'Opened', 'Closed', ELSE]);
    expect(rows(moved, 'Event', 'branchValueMappings')).toEqual(['Opened', 'Closed']);
  });

  it('go with their rows and steps', () => {
    const removed = removeLane(stock, 'In stock?', 'Plenty');
    expect(lanesOf(removed, 'In stock?')).toEqual(['Few', ELSE]);
    expect(rows(removed, 'In stock?', 'conditions')).toEqual(['Few']);
    expect(findStep(removed, 'Ship')).toBeUndefined();
  });

  it.each<[string, (inside: Flow) => Flow]>([
    ['renaming Else', (inside) => renameLane(inside, 'In stock?', ELSE, 'Other')],
    ['removing Else', (inside) => removeLane(inside, 'In stock?', ELSE)],
    ['moving Else', (inside) => moveLane(inside, 'In stock?', ELSE, 0)],
    ['a lane that is not there', (inside) => renameLane(inside, 'In stock?', 'Nobody', 'Other')],
    ['a name of nothing', (inside) => renameLane(inside, 'In stock?', 'Few', '')],
    ['a step that is not there', (inside) => addLane(inside, 'Nobody', 'Lane')],
  ])('stay as they are: %s', (_what, edit) => expect(edit(stock)).toBe(stock));

  it('of a trigger are edited like those of a step', () => {
    const branching = { ...stock, trigger: lanes(stock.trigger, { Subscribe: [] }) };
    expect(lanesOf(renameLane(branching, 'Trigger', 'Subscribe', 'Confirm'), 'Trigger')).toEqual(['Confirm']);
    expect(lanesOf(addLane(branching, 'Trigger', ELSE), 'Trigger')).toEqual(['Subscribe', 'Else 2']);
  });
});

interface LaneEdit {
  kind: 'add' | 'rename' | 'move' | 'remove';
  step: number;
  lane: number;
  to: number;
}

const laneEdits = fc.array(
  fc.record<LaneEdit>({
    kind: fc.constantFrom('add', 'rename', 'move', 'remove'),
    step: fc.nat(),
    lane: fc.nat(),
    to: fc.integer({ min: -1, max: 5 }),
  }),
  { maxLength: 6 },
);

function apply(inside: Flow, { kind, step: number, lane, to }: LaneEdit): Flow {
  const names = branching(inside).map(({ name }) => name);
  const name = names[number % names.length] ?? '';
  const all = lanesOf(inside, name);
  const chosen = all[lane % all.length] ?? '';
  if (kind === 'add') return addLane(inside, name, chosen, to);
  if (kind === 'rename') return renameLane(inside, name, chosen, `Renamed ${to}`);
  return kind === 'move' ? moveLane(inside, name, chosen, to) : removeLane(inside, name, chosen);
}

function branching(inside: Flow): Step[] {
  return placedSteps(inside).flatMap(({ step: one }) => (one.branches ? [one] : []));
}

describe('random edits of lanes', () => {
  it('keep lanes and rows in one order, names unique, and Else last', () => {
    fc.assert(
      fc.property(arbitraryFlow(), laneEdits, (start, sequence) => {
        for (const { branches = [], inputs } of branching(sequence.reduce(apply, start))) {
          const names = branches.map(({ name }) => name);
          expect(names.at(-1)).toBe(ELSE);
          expect(new Set(names).size).toBe(names.length);
          expect(rowNames(inputs.conditions ?? inputs.branchValueMappings)).toEqual(names.slice(0, -1));
        }
      }),
    );
  });
});

function withInput(one: Step, name: string, mappings: Input): Step {
  return one.name === name ? { ...one, inputs: { ...one.inputs, branchValueMappings: mappings } } : one;
}
