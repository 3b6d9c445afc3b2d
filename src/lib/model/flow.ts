/** Reading a flow: its steps in the order they run. */
import type { Flow, Step } from '#lib/model/integration.ts';

/** A step and where it stands: `number` is what people read ("3.1"), `path` the names of its containers and its own. */
export interface PlacedStep {
  step: Step;
  number: string;
  path: readonly string[];
  /** The lane of a branch it stands in. */
  lane?: string;
}

/** Every step of a flow, the trigger first, each container before what it contains. */
export function placedSteps(flow: Flow): PlacedStep[] {
  return [flow.trigger, ...flow.steps].flatMap((step, index) => placeStep(step, `${index + 1}`, []));
}

/** Names of all steps of a flow, the trigger's first. */
export function stepNames({ trigger, steps }: Flow): string[] {
  return [trigger, ...steps].flatMap((step) => [step.name, ...namesInside(step)]);
}

/** Whether a step is a loop or a branch. */
export function holdsSteps(step: Step): boolean {
  return step.steps !== undefined || step.branches !== undefined;
}

/** Names of the steps inside a step, at any depth. */
export function namesInside(step: Step): string[] {
  return childLists(step).flatMap(({ steps }) =>
    steps.flatMap((inner) => [inner.name, ...namesInside(inner)]),
  );
}

/** What a step contains: the body of a loop as one list, or a branch's lanes in order. */
function childLists(step: Step): { lane?: string; steps: readonly Step[] }[] {
  const body = step.steps ? [{ steps: step.steps }] : [];
  const lanes = (step.branches ?? []).map((branch) => ({ lane: branch.name, steps: branch.steps }));
  return [...body, ...lanes];
}

function placeStep(step: Step, number: string, parents: readonly string[], lane?: string): PlacedStep[] {
  const path = [...parents, step.name];
  let child = 0;
  const children = childLists(step).flatMap((list) =>
    list.steps.flatMap((inner) => placeStep(inner, `${number}.${++child}`, path, list.lane)),
  );
  return [{ step, number, path, lane }, ...children];
}
