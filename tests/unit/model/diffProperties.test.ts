import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updateConfigVar } from '#lib/model/configEdits.ts';
import { diffIntegrations } from '#lib/model/diff.ts';
import type { Change } from '#lib/model/diff/change.ts';
import { placedSteps, namesInside } from '#lib/model/flow.ts';
import { updateFlow } from '#lib/model/flowEdits.ts';
import { setInput } from '#lib/model/inputEdits.ts';
import type { Flow, Integration, Step } from '#lib/model/integration.ts';
import { renameConfigVar } from '#lib/model/renameConfigVar.ts';
import { renameFlow } from '#lib/model/renameFlow.ts';
import { renameStep } from '#lib/model/renameStep.ts';
import { insertSteps, removeSteps, moveSteps, updateStep } from '#lib/model/stepEdits.ts';
import { arbitraryIntegration } from '../../support/arbitrary.ts';
import { step, value } from '../../support/build.ts';

/** A document, and a number that picks something in it. */
const document = arbitraryIntegration();
const pick = fc.nat();

describe('a diff of any document', () => {
  it('with itself is empty, also when nothing is shared', () => {
    fc.assert(
      fc.property(document, (one) => {
        expect(diffIntegrations(one, one)).toEqual([]);
        expect(diffIntegrations(one, structuredClone(one))).toEqual([]);
      }),
    );
  });

  it('misses no value that changed, wherever it stands', () => {
    fc.assert(
      fc.property(document, pick, (one, number) => {
        const leaves = leavesIn(plain(one));
        const leaf = leaves[number % leaves.length] ?? [];
        expect(diffIntegrations(one, changedAt(one, leaf))).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('one edit is told, and nothing else', () => {
  it('when an input of a step is set', () => {
    check((one, flow, target) => {
      const after = updateFlow(one, flow.name, (it) =>
        updateStep(it, target.name, (old) => setInput(old, 'brandNew', value('x'))),
      );
      expect(diffIntegrations(one, after)).toEqual([
        {
          kind: 'added',
          noun: 'input',
          sentence: `Input “brandNew” of “${target.name}” added`,
          place: { flow: flow.name, step: target.name, input: 'brandNew' },
          after: 'x',
        },
      ]);
    });
  });

  it('when a step is renamed', () => {
    check((one, flow, target) => {
      const { integration } = renameStep(one, flow.name, target.name, 'Brand new name');
      expect(told(one, integration)).toEqual([
        ['renamed', target === flow.trigger ? 'trigger' : 'step', 'Brand new name'],
      ]);
    });
  });

  it('when a step is removed', () => {
    check((one, flow, target) => {
      fc.pre(target !== flow.trigger);
      const after = updateFlow(one, flow.name, (it) => removeSteps(it, [target.name]));
      const gone = [target.name, ...namesInside(target)].map((name) => ['removed', 'step', name]);
      expect(told(one, after)).toEqual(gone);
    });
  });

  it('when a step is added', () => {
    check((one, flow, _target, number) => {
      const at = { index: number % (flow.steps.length + 1) };
      const after = updateFlow(one, flow.name, (it) =>
        insertSteps(it, [step('Brand new', 'log/writeLog')], at),
      );
      expect(told(one, after)).toEqual([['added', 'step', 'Brand new']]);
    });
  });

  it('when a step is moved among its neighbours', () => {
    check((one, flow, _target, number) => {
      const from = number % Math.max(1, flow.steps.length);
      const target = flow.steps[from];
      fc.pre(target !== undefined);
      const to = (number >> 4) % flow.steps.length;
      const after = updateFlow(one, flow.name, (it) => moveSteps(it, [target.name], { index: to }));
      const order = after.flows.find(({ name }) => name === flow.name)?.steps.map(({ name }) => name) ?? [];
      const distance = Math.abs(order.indexOf(target.name) - from);
      const changes = diffIntegrations(one, after);
      expect(changes.map(({ kind }) => kind)).toEqual(distance === 0 ? [] : ['moved']);
      // Of two neighbours that change places either may be the one that moved.
      if (distance > 1) expect(changes[0]?.place.step).toBe(target.name);
    });
  });

  it('when a flow is renamed', () => {
    check((one, flow) => {
      const { integration } = renameFlow(one, flow.name, 'Brand new name');
      const changes = diffIntegrations(one, integration);
      expect(changes.map(({ kind, noun, place }) => [kind, noun, place])).toEqual([
        ['renamed', 'flow', { flow: 'Brand new name' }],
      ]);
    });
  });

  it('when a config variable is renamed or changed', () => {
    fc.assert(
      fc.property(document, pick, (one, number) => {
        const target = one.configVars[number % Math.max(1, one.configVars.length)];
        fc.pre(target !== undefined);
        const renamed = diffIntegrations(one, renameConfigVar(one, target.key, 'Brand new name').integration);
        expect(renamed.map(({ kind, place }) => [kind, place])).toEqual([
          ['renamed', { configVar: 'Brand new name' }],
        ]);
        const changed = updateConfigVar(one, target.key, (old) => ({
          ...old,
          description: `${old.description}!`,
        }));
        expect(diffIntegrations(one, changed).map(({ place }) => place)).toEqual([{ configVar: target.key }]);
      }),
    );
  });
});

/** Runs a check for a step anywhere in a flow of any document. */
function check(property: (one: Integration, flow: Flow, target: Step, number: number) => void): void {
  fc.assert(
    fc.property(document, pick, (one, number) => {
      const flow = one.flows[number % one.flows.length];
      fc.pre(flow !== undefined);
      const steps = placedSteps(flow).map((placed) => placed.step);
      property(one, flow, steps[number % steps.length] ?? flow.trigger, number);
    }),
  );
}

function told(
  before: Integration,
  after: Integration,
): [Change['kind'], Change['noun'], string | undefined][] {
  return diffIntegrations(before, after).map(({ kind, noun, place }) => [kind, noun, place.step]);
}

/** Without what only says how a file writes it. */
function plain(one: Integration): unknown {
  return JSON.parse(JSON.stringify(one, (key, inner: unknown) => (key === 'written' ? undefined : inner)));
}

type Leaf = readonly (string | number)[];

/** Paths of everything that is no list and no mapping. */
function leavesIn(data: unknown, path: Leaf = []): Leaf[] {
  if (typeof data !== 'object' || data === null) return [path];
  return Object.entries(data).flatMap(([key, inner]) => leavesIn(inner, [...path, key]));
}

function changedAt<T>(data: T, [key, ...rest]: Leaf): T {
  if (key === undefined) return otherThan(data) as T;
  const copy = (Array.isArray(data) ? [...(data as unknown[])] : { ...data }) as Record<
    string | number,
    unknown
  >;
  copy[key] = changedAt(copy[key], rest);
  return copy as T;
}

function otherThan(leaf: unknown): unknown {
  if (typeof leaf === 'string') return `${leaf}!`;
  return typeof leaf === 'boolean' ? !leaf : Number(leaf) + 1;
}
