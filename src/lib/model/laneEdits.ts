/** Edits of the lanes of a branch: its lists of steps and the rows of its inputs that name them change together. */
import type { Branch, ComplexItem, Flow, Input, NamedInput, Step } from '#lib/model/integration.ts';
import { mapKept, withKept } from '#lib/model/mapKept.ts';
import { freeName } from '#lib/model/name.ts';
import { changeStep } from '#lib/model/place.ts';

/** The lane that is taken when no other is; always last, never renamed or removed (format.md 1.5). */
export const ELSE = 'Else';

/** Adds a lane before the last one, `Else`; a taken name gets a number. */
export function addLane(flow: Flow, stepName: string, name: string): Flow {
  return changeStep(flow, stepName, (step) => {
    const branches = step.branches ?? [];
    const free = freeName(name, new Set(branches.map((branch) => branch.name)));
    const at = laneCount(branches);
    const added = { ...step, branches: branches.toSpliced(at, 0, { name: free, steps: [] }) };
    return mapRows(added, (rows, key) => [...rows, newRow(key, free)]);
  });
}

/** Renames a lane; a taken name gets a number. */
export function renameLane(flow: Flow, stepName: string, from: string, to: string): Flow {
  if (from === ELSE) return flow;
  return changeStep(flow, stepName, (step) => {
    const others = (step.branches ?? []).filter((branch) => branch.name !== from);
    const name = freeName(to, new Set([ELSE, ...others.map((branch) => branch.name)]));
    const branches = mapKept(step.branches ?? [], (branch) =>
      branch.name === from ? { ...branch, name } : branch,
    );
    const renamed = withKept(step, 'branches', branches);
    return mapRows(renamed, (rows) =>
      mapKept(rows, (row) => (rowName(row) === from ? withName(row, name) : row)),
    );
  });
}

/** Puts a lane at another place among the others, counted without it: lanes are tried in order. */
export function moveLane(flow: Flow, stepName: string, name: string, to: number): Flow {
  if (name === ELSE) return flow;
  return changeStep(flow, stepName, (step) => {
    const branches = moveNamed(step.branches ?? [], (branch) => branch.name === name, to, laneCount);
    return mapRows({ ...step, branches }, (rows) =>
      moveNamed(
        rows,
        (row) => rowName(row) === name,
        to,
        (all) => all.length,
      ),
    );
  });
}

/** Removes a lane with its steps. */
export function removeLane(flow: Flow, stepName: string, name: string): Flow {
  if (name === ELSE) return flow;
  return changeStep(flow, stepName, (step) => {
    const branches = (step.branches ?? []).filter((branch) => branch.name !== name);
    return mapRows({ ...step, branches }, (rows) => rows.filter((row) => rowName(row) !== name));
  });
}

/** How many lanes there are besides `Else`. */
function laneCount(branches: readonly Branch[]): number {
  return branches.at(-1)?.name === ELSE ? branches.length - 1 : branches.length;
}

function moveNamed<T>(
  list: readonly T[],
  is: (item: T) => boolean,
  to: number,
  places: (others: readonly T[]) => number,
): readonly T[] {
  const item = list.find(is);
  if (item === undefined) return list;
  const others = list.filter((other) => other !== item);
  return others.toSpliced(Math.max(0, Math.min(to, places(others))), 0, item);
}

/** Inputs whose rows are named like lanes: conditions, mappings of values, and what vendors call `branches`. */
const LANE_INPUTS = ['conditions', 'branchValueMappings', 'branches'];

function mapRows(
  step: Step,
  change: (rows: readonly ComplexItem[], key: string) => readonly ComplexItem[],
): Step {
  const inputs = Object.fromEntries(
    Object.entries(step.inputs).map(([key, input]): [string, Input] => {
      const isLanes = LANE_INPUTS.includes(key) && input.type === 'complex';
      return [key, isLanes ? withKept(input, 'value', change(input.value, key)) : input];
    }),
  );
  return { ...step, inputs };
}

/** A new lane has a condition that nobody has filled in, or a value that is still empty. */
function newRow(key: string, name: string): NamedInput {
  return key === 'conditions'
    ? { name, type: 'complex', value: ['and'] }
    : { name, type: 'value', value: '' };
}

function rowName(row: ComplexItem): unknown {
  if (typeof row === 'string' || Array.isArray(row)) return undefined;
  const { name } = row as NamedInput;
  return typeof name === 'object' && name !== null ? name.value : name;
}

/** Both shapes of a row's name occur, and stay what they are. */
function withName(row: ComplexItem, name: string): ComplexItem {
  const named = row as NamedInput;
  const isInput = typeof named.name === 'object' && named.name !== null;
  return { ...named, name: isInput ? ({ ...(named.name as Input), value: name } as Input) : name };
}
