/** Which of two places or paths of a flow comes first. */
import { placedSteps } from '#lib/model/flow.ts';
import type { Flow, Step } from '#lib/model/integration.ts';
import { placeKey, type StepPath } from '#lib/model/path.ts';

/** Below zero when the step at `left` runs before the one at `right`; a container is before what it holds. */
export type ComparePaths = (left: StepPath, right: StepPath) => number;

/** Steps that are not in the flow come last. */
export function pathOrder(flow: Flow): ComparePaths {
  const numbers = new Map(placedSteps(flow).map(({ path }, index) => [placeKey(path), index]));
  const numberOf = (path: StepPath) => numbers.get(placeKey(path)) ?? Infinity;
  return (left, right) => {
    const turns = left.findIndex((part, index) => typeof part === 'number' && part !== right[index]);
    const [here, there] = [left[turns], right[turns]];
    // Two turns of one loop: everything before them is the same.
    if (typeof here === 'number' && typeof there === 'number' && samePlace(left, right, turns))
      return here - there;
    const [a, b] = [numberOf(left), numberOf(right)];
    return a === b ? 0 : a - b;
  };
}

/** A place as the path of its first turn: loops around it get the number 0, unless the path has one. */
export function firstPath(flow: Flow, path: StepPath): StepPath {
  const steps = new Map(placedSteps(flow).map((placed) => [placeKey(placed.path), placed.step]));
  const full: (string | number)[] = [];
  for (const [index, part] of path.entries()) {
    full.push(part);
    const next = path[index + 1];
    if (typeof part === 'string' && typeof next === 'string' && steps.get(placeKey(full))?.steps)
      full.push(0);
  }
  return full;
}

/** The containers of a step, outermost first, each with its path and the lane on the way to the step. */
export function containersOf(flow: Flow, path: StepPath): { path: StepPath; step: Step; lane?: string }[] {
  const placed = new Map(placedSteps(flow).map((one) => [placeKey(one.path), one]));
  return path.flatMap((part, index) => {
    if (typeof part === 'number' || index === path.length - 1) return [];
    const own = path.slice(0, index + 1);
    const found = placed.get(placeKey(own));
    const inner = path.slice(index + 1).find((next) => typeof next === 'string') ?? '';
    const lane = placed.get(placeKey([...own, inner]))?.lane;
    return found ? [{ path: own, step: found.step, ...(lane !== undefined && { lane }) }] : [];
  });
}

function samePlace(left: StepPath, right: StepPath, length: number): boolean {
  return left.slice(0, length).every((part, index) => part === right[index]);
}
