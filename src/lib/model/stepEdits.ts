/** Edits of the steps of a flow. What they do not touch keeps its identity; the trigger stays where it is. */
import type { Flow, Step } from '#lib/model/integration.ts';
import { namesInside, stepNames } from '#lib/model/flow.ts';
import { followHeads } from '#lib/model/followHeads.ts';
import { mapStepInputs } from '#lib/model/inputs.ts';
import { insertedAt, keptList, withKept } from '#lib/model/mapKept.ts';
import { referenceName } from '#lib/model/name.ts';
import {
  changeList,
  changeStep,
  mapInside,
  mapLists,
  positionOf,
  siblings,
  type Position,
} from '#lib/model/place.ts';
import { StepNames } from '#lib/model/StepNames.ts';

/**
 * Puts steps at a place; nothing happens where there is no such place. Steps whose name is taken get a number, and
 * references among them follow. References that other steps have are left alone.
 */
export function insertSteps(flow: Flow, steps: readonly Step[], at: Position): Flow {
  return placed(flow, withFreeNames(steps, flow), at);
}

/** Changes one step, the trigger included. A new name is ignored: it is for `renameStep` to give. */
export function updateStep(flow: Flow, name: string, change: (step: Step) => Step): Flow {
  return changeStep(flow, name, (step) => withKept(change(step), 'name', step.name));
}

/** Removes steps with all they hold. References to them are left: they are problems, and say so. */
export function removeSteps(flow: Flow, names: readonly string[]): Flow {
  const gone = new Set(names);
  const trigger = mapLists(flow.trigger, (steps) => without(steps, gone));
  return withKept(withKept(flow, 'trigger', trigger), 'steps', without(flow.steps, gone));
}

/**
 * Moves steps to a place, in the order they run. The place is counted before they are taken out: index 2 is the gap before
 * what is now the third step. Where there is no such place, or it is inside one of them, nothing moves.
 */
export function moveSteps(flow: Flow, names: readonly string[], to: Position): Flow {
  const list = siblings(flow, to);
  const moved = outermost(flow, names);
  const isInside = moved.some((step) => [step.name, ...namesInside(step)].includes(to.parent ?? ''));
  if (!list || (to.parent !== undefined && isInside)) return flow;
  const before = list.slice(0, Math.max(0, to.index)).filter((step) => moved.includes(step)).length;
  const rest = removeSteps(
    flow,
    moved.map(({ name }) => name),
  );
  const result = placed(rest, moved, { ...to, index: to.index - before });
  return keptList(list, siblings(result, to) ?? []) === list ? flow : result;
}

/** Puts copies of steps after the last of them, list by list; references among the copies are to the copies. */
export function duplicateSteps(flow: Flow, names: readonly string[]): Flow {
  const originals = outermost(flow, names);
  const copies = withFreeNames(originals, flow);
  const lists = new Map<string, { at: Position; steps: Step[] }>();
  originals.forEach(({ name }, index) => {
    const at = positionOf(flow, name);
    const copy = copies[index];
    if (!at || !copy) return;
    const key = JSON.stringify([at.parent, at.lane]);
    const steps = [...(lists.get(key)?.steps ?? []), copy];
    lists.set(key, { at: { ...at, index: at.index + 1 }, steps });
  });
  return [...lists.values()].reduce((changed, { at, steps }) => placed(changed, steps, at), flow);
}

function placed(flow: Flow, steps: readonly Step[], at: Position): Flow {
  return changeList(flow, at, (list) => insertedAt(list, at.index, ...steps));
}

/** The named steps in the order they run, each name once; of one inside another only the outer, and never the trigger. */
function outermost(flow: Flow, names: readonly string[]): Step[] {
  const wanted = new Set(names);
  const found: Step[] = [];
  const visit = (step: Step): Step => {
    if (!takeName(wanted, step)) return mapInside(step, visit);
    found.push(step);
    return step;
  };
  mapInside(flow.trigger, visit);
  flow.steps.forEach(visit);
  return found;
}

function without(steps: readonly Step[], gone: Set<string>): readonly Step[] {
  const kept = steps.flatMap((step) =>
    takeName(gone, step) ? [] : [mapLists(step, (inner) => without(inner, gone))],
  );
  return keptList(steps, kept);
}

/** Whether a step is among the names; it is taken from them with those inside it, which go where it goes. */
function takeName(names: Set<string>, step: Step): boolean {
  const isNamed = names.delete(step.name);
  if (isNamed) namesInside(step).forEach((name) => names.delete(name));
  return isNamed;
}

/** The steps under names that are free in the flow; references among them follow. */
function withFreeNames(steps: readonly Step[], flow: Flow): readonly Step[] {
  const names = new StepNames(stepNames(flow));
  const heads = new Map<string, string>();
  const rename = (step: Step): Step => {
    const name = names.take(step.name);
    const head = referenceName(step.name);
    if (!heads.has(head)) heads.set(head, referenceName(name));
    return mapInside(withKept(step, 'name', name), rename);
  };
  const renamed = steps.map(rename);
  return renamed.map((step) => mapStepInputs(step, followHeads(heads)));
}
