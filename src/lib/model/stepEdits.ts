/** Edits of the steps of a flow. What they do not touch keeps its identity; the trigger stays where it is. */
import type { Flow, Step } from '#lib/model/integration.ts';
import { namesInside, placedSteps } from '#lib/model/flow.ts';
import { mapStepInputs } from '#lib/model/inputs.ts';
import { mapKept, withKept } from '#lib/model/mapKept.ts';
import { freeName, referenceName } from '#lib/model/name.ts';
import {
  changeList,
  changeStep,
  findStep,
  mapInside,
  mapLists,
  positionOf,
  stepsAt,
  type Position,
} from '#lib/model/place.ts';
import { pathParts, replacePart } from '#lib/model/reference.ts';
import { mapReferences } from '#lib/model/references.ts';

/** Puts steps at a place. Taken names get numbers, and references inside the group follow; others are left alone. */
export function insertSteps(flow: Flow, steps: readonly Step[], at: Position): Flow {
  const taken = new Set(placedSteps(flow).map(({ step }) => step.name));
  return place(flow, withFreeNames(steps, taken), at);
}

/** Changes one step. Its name is for `renameStep` to change. */
export function updateStep(flow: Flow, name: string, change: (step: Step) => Step): Flow {
  return changeStep(flow, name, change);
}

/** Removes steps with all they hold. References to them are left: they are problems, and say so. */
export function removeSteps(flow: Flow, names: readonly string[]): Flow {
  const gone = new Set(names);
  const without = (steps: readonly Step[]): readonly Step[] => {
    const kept = steps.some(({ name }) => gone.has(name))
      ? steps.filter(({ name }) => !gone.has(name))
      : steps;
    return mapKept(kept, (step) => mapLists(step, without));
  };
  return withKept(withKept(flow, 'trigger', mapLists(flow.trigger, without)), 'steps', without(flow.steps));
}

/**
 * Moves steps to a place, in the order they run. The place is counted before they are taken out; into a step that is
 * itself moved, or one of a name that is not there, nothing is moved.
 */
export function moveSteps(flow: Flow, names: readonly string[], to: Position): Flow {
  const moved = outermost(flow, names);
  const holds = moved.some((step) => step.name === to.parent || namesInside(step).includes(to.parent ?? ''));
  if (moved.length === 0 || (to.parent !== undefined && (holds || !findStep(flow, to.parent)))) return flow;
  const list = stepsAt(flow, to);
  const before = list.slice(0, to.index).filter((step) => moved.includes(step)).length;
  const rest = removeSteps(
    flow,
    moved.map(({ name }) => name),
  );
  return place(rest, moved, { ...to, index: to.index - before });
}

/** Puts copies of steps after the last of them, list by list. */
export function duplicateSteps(flow: Flow, names: readonly string[]): Flow {
  const groups = new Map<string, { steps: Step[]; at: Position }>();
  for (const step of outermost(flow, names)) {
    const at = positionOf(flow, step.name);
    if (!at) continue;
    const key = JSON.stringify([at.parent, at.lane]);
    groups.set(key, { steps: [...(groups.get(key)?.steps ?? []), step], at: { ...at, index: at.index + 1 } });
  }
  return [...groups.values()].reduce((changed, { steps, at }) => insertSteps(changed, steps, at), flow);
}

function place(flow: Flow, steps: readonly Step[], at: Position): Flow {
  return changeList(flow, at, (list) =>
    list.toSpliced(Math.max(0, Math.min(at.index, list.length)), 0, ...steps),
  );
}

/** The named steps in running order; of one inside another only the outer. */
function outermost(flow: Flow, names: readonly string[]): Step[] {
  const wanted = new Set(names);
  return placedSteps(flow).flatMap(({ step, path }) =>
    step !== flow.trigger && wanted.has(step.name) && !path.slice(0, -1).some((name) => wanted.has(name))
      ? [step]
      : [],
  );
}

/** The same steps under names that are free; references among them follow. */
function withFreeNames(steps: readonly Step[], taken: Set<string>): Step[] {
  const heads = new Map<string, string>();
  const rename = (step: Step): Step => {
    const name = freeName(step.name, taken);
    taken.add(name);
    if (name !== step.name) heads.set(referenceName(step.name), referenceName(name));
    return mapInside(withKept(step, 'name', name), rename);
  };
  const renamed = steps.map(rename);
  return heads.size === 0 ? renamed : renamed.map((step) => followHeads(step, heads));
}

function followHeads(step: Step, heads: ReadonlyMap<string, string>): Step {
  return mapStepInputs(step, (input) =>
    mapReferences(input, (path) => {
      const [head] = pathParts(path);
      const next = head && heads.get(head.key);
      return next === undefined ? path : replacePart(path, head as NonNullable<typeof head>, next);
    }),
  );
}
