/** Where in a flow a step can be put, in words. */
import { placedSteps } from '#lib/model/flow.ts';
import type { Flow, Step } from '#lib/model/integration.ts';
import { positionOf, type Position } from '#lib/model/place.ts';

export interface InsertPlace {
  label: string;
  position: Position;
}

/** The end of the flow first, then after each step and at the start of what it holds, as the flow runs. */
export function insertPlaces(flow: Flow): InsertPlace[] {
  const end = { label: 'At the end', position: { index: flow.steps.length } };
  const others = placedSteps(flow).flatMap(({ step, number }) => {
    const at = positionOf(flow, step.name);
    const after = { ...at, index: (at?.index ?? -1) + 1 };
    return [{ label: `After ${number} ${step.name}`, position: after }, ...insideOf(step, number)];
  });
  return [end, ...others];
}

function insideOf({ name, steps, branches = [] }: Step, number: string): InsertPlace[] {
  const lanes = branches.map((branch) => ({
    label: `First in “${branch.name}” of ${number} ${name}`,
    position: { parent: name, lane: branch.name, index: 0 },
  }));
  const body = { label: `First in ${number} ${name}`, position: { parent: name, index: 0 } };
  return steps ? [body, ...lanes] : lanes;
}
