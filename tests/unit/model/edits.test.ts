import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedSteps, stepNames } from '#lib/model/flow.ts';
import type { Flow, Step } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';
import { findStep, positionOf, siblings, type Position } from '#lib/model/place.ts';
import { referencesIn } from '#lib/model/references.ts';
import { duplicateSteps, insertSteps, moveSteps, removeSteps, updateStep } from '#lib/model/stepEdits.ts';
import { arbitraryFlow } from '../../support/arbitrary.ts';
import {
  branch,
  complex,
  flow,
  loop,
  object,
  reference,
  step,
  template,
  value,
} from '../../support/build.ts';
import { lanes } from '../../support/flows.ts';

const note = (name: string, path = 'trigger.results') =>
  step(name, 'log/writeLog', { message: reference(path) });

const shop = flow(
  note('Get order'),
  loop(
    'Each item',
    reference('getOrder.results.items'),
    note('Pack', 'eachItem.currentItem'),
    note('Label', 'pack.results'),
  ),
  branch('In stock?', [{ lane: 'Yes', when: ['and'], steps: [note('Reserve')] }], [note('Order more')]),
  note('Done', 'reserve.results'),
);

/** The names of a flow, containers around what they hold: `Loop(A B) Branch[Yes: C | Else: ]`. */
function outline({ steps }: { steps: readonly Step[] }): string {
  return steps
    .map(({ name, steps: body, branches }) => {
      const inLanes = branches?.map((lane) => `${lane.name}: ${outline(lane)}`).join(' | ');
      return (
        name + (body ? `(${outline({ steps: body })})` : '') + (inLanes === undefined ? '' : `[${inLanes}]`)
      );
    })
    .join(' ');
}

const all = 'Get order Each item(Pack Label) In stock?[Yes: Reserve | Else: Order more] Done';

function paths(inside: Flow, name: string): string[] {
  return Object.values(findStep(inside, name)?.inputs ?? {}).flatMap(referencesIn);
}

describe('a place in a flow', () => {
  it('is found for a step of the flow, of a loop, of a lane', () => {
    expect(positionOf(shop, 'Done')).toEqual({ index: 3 });
    expect(positionOf(shop, 'Label')).toEqual({ parent: 'Each item', index: 1 });
    expect(positionOf(shop, 'Order more')).toEqual({ parent: 'In stock?', lane: 'Else', index: 0 });
  });

  it('is not there for the trigger and for unknown names', () => {
    expect(positionOf(shop, 'Trigger')).toBeUndefined();
    expect(positionOf(shop, 'constructor')).toBeUndefined();
    expect(siblings(shop, { parent: 'Each item', lane: 'Yes' })).toBeUndefined();
    expect(siblings(shop, { parent: 'Done' })).toBeUndefined();
  });

  it('may be in a lane of the trigger', () => {
    const branching = { ...shop, trigger: lanes(shop.trigger, { Subscribe: [note('Confirm')] }) };
    const place = { parent: 'Trigger', lane: 'Subscribe', index: 0 };
    expect(positionOf(branching, 'Confirm')).toEqual(place);
    expect(findStep(branching, 'Confirm')?.name).toBe('Confirm');
    expect(outline(moveSteps(branching, ['Done'], place))).not.toContain('Done');
    expect(stepNames(removeSteps(branching, ['Confirm']))).not.toContain('Confirm');
  });
});

describe('inserting steps', () => {
  it.each<[string, Position, string]>([
    ['after the trigger', { index: 0 }, `New ${all}`],
    ['at the end', { index: 4 }, `${all} New`],
    ['behind the end', { index: 99 }, `${all} New`],
    ['into a loop', { parent: 'Each item', index: 1 }, all.replace('Pack Label', 'Pack New Label')],
    ['into a lane', { parent: 'In stock?', lane: 'Else', index: 1 }, all.replace('more]', 'more New]')],
    ['where there is no such lane', { parent: 'In stock?', lane: 'Maybe', index: 0 }, all],
    ['into a step that holds none', { parent: 'Done', index: 0 }, all],
  ])('%s', (_where, at, expected) => {
    expect(outline(insertSteps(shop, [note('New')], at))).toBe(expected);
  });

  it('numbers taken names, also inside what is inserted', () => {
    const inserted = insertSteps(shop, [loop('Each item', value('[]'), note('Pack')), note('Pack')], {
      index: 4,
    });
    expect(outline(inserted)).toBe(`${all} Each item 2(Pack 2) Pack 3`);
  });

  it('numbers a name that references could not tell from another', () => {
    expect(outline(insertSteps(shop, [note('get-order')], { index: 0 }))).toBe(`get-order 2 ${all}`);
  });

  it('goes on counting where a copy is copied, and keeps numbers that count nothing', () => {
    const counted = flow(note('Pack'), note('Pack 2'), note('Page 2'));
    expect(outline(duplicateSteps(counted, ['Pack 2', 'Page 2']))).toBe('Pack Pack 2 Page 2 Pack 3 Page 2 2');
  });

  it('points references inside the group to its new names, whatever they stand in', () => {
    const group = [
      note('Get order'),
      object('Row', { id: reference('getOrder.results.id'), more: reference('done.results') }),
      step('Say', 'log/writeLog', {
        message: template('Hi {{$ getOrder.results["a b"] }} {{$eachItem.index}}'),
      }),
      step('Choose', 'branch/selectExecutedStepResult', {
        stepResults: complex(reference("['getOrder'].results")),
      }),
    ];
    const inserted = insertSteps(shop, group, { index: 4 });
    expect(paths(inserted, 'Row')).toEqual(['getOrder2.results.id', 'done.results']);
    expect(findStep(inserted, 'Say')?.inputs.message?.value).toBe(
      'Hi {{$ getOrder2.results["a b"] }} {{$eachItem.index}}',
    );
    expect(paths(inserted, 'Choose')).toEqual(["['getOrder2'].results"]);
    expect(paths(inserted, 'Each item')).toEqual(['getOrder.results.items']);
  });

  it('names ten thousand steps of one name without looking at all of them for each', () => {
    const many = Array.from({ length: 10_000 }, () => note('Same'));
    expect(new Set(stepNames(insertSteps(shop, many, { index: 0 }))).size).toBe(
      10_000 + stepNames(shop).length,
    );
  }, 10_000);
});

describe('removing steps', () => {
  it('takes what they hold along and leaves references to them', () => {
    const removed = removeSteps(shop, ['Each item', 'Reserve']);
    expect(outline(removed)).toBe('Get order In stock?[Yes:  | Else: Order more] Done');
    expect(paths(removed, 'Done')).toEqual(['reserve.results']);
  });

  it('never removes the trigger, and changes nothing for unknown names', () => {
    expect(removeSteps(shop, ['Trigger', 'Nobody'])).toBe(shop);
  });

  it('removes the first of two steps that a broken document gives one name', () => {
    const broken = flow(
      loop('Loop', value('[]'), note('Twin', 'first.results')),
      note('Twin', 'second.results'),
    );
    expect(outline(removeSteps(broken, ['Twin']))).toBe('Loop() Twin');
    expect(outline(removeSteps(broken, ['Loop', 'Twin']))).toBe('Twin');
    expect(outline(moveSteps(broken, ['Loop', 'Twin'], { index: 2 }))).toBe('Twin Loop(Twin)');
  });
});

describe('moving steps', () => {
  it.each<[string, string[], Position, string]>([
    [
      'down, the place counted before',
      ['Get order'],
      { index: 2 },
      'Each item(Pack Label) Get order In stock?[Yes: Reserve | Else: Order more] Done',
    ],
    ['up', ['Done'], { index: 0 }, all.replace(' Done', '').replace('Get', 'Done Get')],
    [
      'into a loop',
      ['Done'],
      { parent: 'Each item', index: 1 },
      all.replace(' Done', '').replace('Pack', 'Pack Done'),
    ],
    ['out of a loop', ['Pack'], { index: 1 }, all.replace('Pack ', '').replace('Each', 'Pack Each')],
    [
      'from lane to lane',
      ['Reserve'],
      { parent: 'In stock?', lane: 'Else', index: 0 },
      all.replace('Yes: Reserve', 'Yes: ').replace('Order', 'Reserve Order'),
    ],
    [
      'several, in the order of the flow',
      ['Done', 'Pack', 'Get order'],
      { parent: 'In stock?', lane: 'Yes', index: 1 },
      'Each item(Label) In stock?[Yes: Reserve Get order Pack Done | Else: Order more]',
    ],
    [
      'one inside another with the outer',
      ['Each item', 'Pack'],
      { index: 4 },
      'Get order In stock?[Yes: Reserve | Else: Order more] Done Each item(Pack Label)',
    ],
  ])('%s', (_what, names, to, expected) => {
    expect(outline(moveSteps(shop, names, to))).toBe(expected);
  });

  it.each<[string, string[], Position]>([
    ['into itself', ['Each item'], { parent: 'Each item', index: 0 }],
    ['into what it holds', ['In stock?', 'Done'], { parent: 'In stock?', lane: 'Yes', index: 0 }],
    ['to a place that is not there', ['Done'], { parent: 'Get order', index: 0 }],
    ['to where it is', ['Each item', 'In stock?'], { index: 2 }],
    ['the trigger', ['Trigger'], { index: 3 }],
  ])('changes nothing: %s', (_what, names, to) => {
    expect(moveSteps(shop, names, to)).toBe(shop);
  });

  it('keeps names and references', () => {
    expect(paths(moveSteps(shop, ['Label'], { index: 0 }), 'Label')).toEqual(['pack.results']);
  });
});

describe('duplicating steps', () => {
  it('puts copies after the last of them in each list', () => {
    expect(outline(duplicateSteps(shop, ['Get order', 'Each item', 'Reserve']))).toBe(
      'Get order Each item(Pack Label) Get order 2 Each item 2(Pack 2 Label 2) In stock?[Yes: Reserve Reserve 2 | Else: Order more] Done',
    );
  });

  it('points references among the copies to the copies, across lists', () => {
    const copied = duplicateSteps(shop, ['Get order', 'Each item', 'Reserve', 'Done']);
    expect(paths(copied, 'Each item 2')).toEqual(['getOrder2.results.items']);
    expect(paths(copied, 'Label 2')).toEqual(['pack2.results']);
    expect(paths(copied, 'Done 2')).toEqual(['reserve2.results']);
    expect(paths(copied, 'Done')).toEqual(['reserve.results']);
  });

  it('never copies the trigger', () => expect(duplicateSteps(shop, ['Trigger'])).toBe(shop));
});

describe('updating a step', () => {
  it('changes that one, wherever it is, but not its name', () => {
    const updated = updateStep(shop, 'Reserve', (old) => ({ ...old, name: 'Other', description: 'Now' }));
    expect(findStep(updated, 'Reserve')?.description).toBe('Now');
    expect(updated.steps[0]).toBe(shop.steps[0]);
    expect(updateStep(shop, 'Trigger', (old) => ({ ...old, description: 'Now' })).trigger.description).toBe(
      'Now',
    );
    expect(updateStep(shop, 'Nobody', (old) => ({ ...old, description: 'Now' }))).toBe(shop);
  });
});

interface Edit {
  kind: 'insert' | 'remove' | 'move' | 'duplicate' | 'update';
  first: number;
  second: number;
  place: number;
  index: number;
}

const edits = fc.array(
  fc.record<Edit>({
    kind: fc.constantFrom('insert', 'remove', 'move', 'move', 'duplicate', 'update'),
    first: fc.nat(),
    second: fc.nat(),
    place: fc.nat(),
    index: fc.integer({ min: -1, max: 6 }),
  }),
  { maxLength: 6 },
);

/** Every list of the flow as a place. */
function places(inside: Flow): Position[] {
  const held = placedSteps(inside).flatMap(({ step: { name: parent, steps, branches = [] } }) => [
    ...(steps ? [{ parent, index: 0 }] : []),
    ...branches.map(({ name: lane }) => ({ parent, lane, index: 0 })),
  ]);
  return [{ index: 0 }, ...held];
}

function apply(inside: Flow, { kind, first, second, place, index }: Edit): Flow {
  const names = stepNames(inside);
  const named = [first, second].map((number) => names[number % names.length] ?? '');
  const all = places(inside);
  const at = { ...(all[place % all.length] as Position), index };
  switch (kind) {
    case 'insert':
      return insertSteps(
        inside,
        [note(named[0] ?? ''), note('New', `${referenceName(named[0] ?? '')}.results`)],
        at,
      );
    case 'remove':
      return removeSteps(inside, named);
    case 'move':
      return moveSteps(inside, named, at);
    case 'duplicate':
      return duplicateSteps(inside, named);
    default:
      return updateStep(inside, named[0] ?? '', (old) => ({ ...old, description: 'Changed', name: 'New' }));
  }
}

describe('random edits', () => {
  it('leave every name once, also as references spell it', () => {
    fc.assert(
      fc.property(arbitraryFlow(), edits, (start, sequence) => {
        const names = stepNames(sequence.reduce(apply, start));
        expect(new Set(names.map(referenceName)).size).toBe(names.length);
      }),
    );
  });

  it('that only move keep every step exactly once, and what is not around a moved step is the same object', () => {
    fc.assert(
      fc.property(arbitraryFlow(), edits, (start, sequence) => {
        const moves = sequence.filter(({ kind }) => kind === 'move');
        const moved = moves.reduce(apply, start);
        expect(stepNames(moved).sort()).toEqual(stepNames(start).sort());
        const leaves = (inside: Flow) =>
          placedSteps(inside).filter(({ step: { steps, branches } }) => !steps && !branches);
        for (const { step: leaf } of leaves(start)) expect(findStep(moved, leaf.name)).toBe(leaf);
      }),
    );
  });

  it('of one step keep every other step but its containers the same object', () => {
    fc.assert(
      fc.property(arbitraryFlow(), fc.nat(), (start, number) => {
        const placed = placedSteps(start);
        const target = placed[number % placed.length];
        if (!target) return;
        const updated = updateStep(start, target.step.name, (old) => ({
          ...old,
          description: `${old.description}!`,
        }));
        for (const { step: other } of placed)
          if (!target.path.includes(other.name)) expect(findStep(updated, other.name)).toBe(other);
      }),
    );
  });
});
