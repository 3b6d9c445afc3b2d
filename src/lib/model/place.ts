/** Places in a flow: where a step stands, and lists of steps that can take one. */
import type { Flow, Step } from '#lib/model/integration.ts';
import { changeFirst, mapKept, withKept } from '#lib/model/mapKept.ts';

/** A list of steps: the flow's own after the trigger, the body of the loop `parent`, or a `lane` of the branch `parent`. */
export interface StepList {
  /** Name of the step that holds it; the trigger may be one that has lanes. */
  parent?: string;
  /** Name of the lane. */
  lane?: string;
}

/** A place in such a list; its length is the place after the last step. */
export interface Position extends StepList {
  index: number;
}

/** A step of the flow by its name, the trigger included; the first one where a broken document has several. */
export function findStep(flow: Flow, name: string): Step | undefined {
  return findIn([flow.trigger, ...flow.steps], name);
}

/** Where a step stands, or `undefined` for the trigger and for a name that is not there. */
export function positionOf(flow: Flow, name: string): Position | undefined {
  if (flow.trigger.name === name) return undefined;
  return positionInside(flow.trigger, name) ?? positionIn(flow.steps, name, {});
}

/** The steps of a list, or `undefined` when there is no such list. */
export function siblings(flow: Flow, { parent, lane }: StepList): readonly Step[] | undefined {
  if (parent === undefined) return flow.steps;
  const holder = findStep(flow, parent);
  return lane === undefined ? holder?.steps : holder?.branches?.find(({ name }) => name === lane)?.steps;
}

/** Another list in place of one; the flow itself when there is no such list. */
export function changeList(
  flow: Flow,
  { parent, lane }: StepList,
  change: (steps: readonly Step[]) => readonly Step[],
): Flow {
  if (parent === undefined) return withKept(flow, 'steps', change(flow.steps));
  return changeStep(flow, parent, (step) => {
    if (lane === undefined) return step.steps ? withKept(step, 'steps', change(step.steps)) : step;
    const branches =
      step.branches &&
      changeFirst(
        step.branches,
        ({ name }) => name === lane,
        (branch) => withKept(branch, 'steps', change(branch.steps)),
      );
    return withKept(step, 'branches', branches);
  });
}

/** Another step in place of the first one of a name, the trigger included. */
export function changeStep(flow: Flow, name: string, change: (step: Step) => Step): Flow {
  let done = false;
  const visit = (step: Step): Step => {
    if (done) return step;
    if (step.name !== name) return mapInside(step, visit);
    done = true;
    return change(step);
  };
  const trigger = visit(flow.trigger);
  return withKept(withKept(flow, 'trigger', trigger), 'steps', mapKept(flow.steps, visit));
}

/** A step with others in place of those directly inside it. */
export function mapInside(step: Step, change: (inner: Step) => Step): Step {
  return mapLists(step, (steps) => mapKept(steps, change));
}

/** A step with other lists in place of those it holds. */
export function mapLists(step: Step, change: (steps: readonly Step[]) => readonly Step[]): Step {
  const body = step.steps && change(step.steps);
  const branches =
    step.branches && mapKept(step.branches, (branch) => withKept(branch, 'steps', change(branch.steps)));
  return withKept(withKept(step, 'steps', body), 'branches', branches);
}

function findIn(steps: readonly Step[], name: string): Step | undefined {
  for (const step of steps) {
    const found = step.name === name ? step : findInside(step, name);
    if (found) return found;
  }
  return undefined;
}

function findInside(step: Step, name: string): Step | undefined {
  for (const { steps } of listsOf(step)) {
    const found = findIn(steps, name);
    if (found) return found;
  }
  return undefined;
}

function positionIn(steps: readonly Step[], name: string, list: StepList): Position | undefined {
  for (const [index, step] of steps.entries()) {
    const found = step.name === name ? { ...list, index } : positionInside(step, name);
    if (found) return found;
  }
  return undefined;
}

function positionInside(step: Step, name: string): Position | undefined {
  for (const { steps, ...list } of listsOf(step)) {
    const found = positionIn(steps, name, list);
    if (found) return found;
  }
  return undefined;
}

interface HeldList extends StepList {
  steps: readonly Step[];
}

/** What a step holds: its body, and its lanes in order. */
function listsOf({ name: parent, steps, branches = [] }: Step): HeldList[] {
  const lanes = branches.map((branch) => ({ parent, lane: branch.name, steps: branch.steps }));
  return steps ? [{ parent, steps }, ...lanes] : lanes;
}
