/** Edits of the lanes of a branch: its lists of steps and the rows of its inputs that name them change together. */
import type { Branch, ComplexItem, Flow, Input, NamedInput, Step } from '#lib/model/integration.ts';
import { changeFirst, insertedAt, movedItem, withKept, withoutFirst } from '#lib/model/mapKept.ts';
import { freeName } from '#lib/model/name.ts';
import { changeStep } from '#lib/model/place.ts';

/** The lane that is taken when no other is; always last, never renamed or removed (format.md 1.5). */
export const ELSE = 'Else';

/** Adds a lane, before `Else` unless an earlier place is given; a taken name gets a number. Its condition never holds yet. */
export function addLane(flow: Flow, stepName: string, name: string, at = Infinity): Flow {
  return changeStep(flow, stepName, (step) => withLane(step, name, at));
}

/** The same for a step by itself. */
export function withLane(step: Step, name: string, at = Infinity): Step {
  const branches = step.branches ?? [];
  const lane: Branch = { name: freeName(name, takenNames(branches)), steps: [] };
  const place = Math.min(at, laneCount(branches));
  const added = { ...withRows(step), branches: insertedAt(branches, place, lane) };
  const following = namesAfter(added.branches, lane.name);
  return mapRows(added, (rows, key) =>
    insertedAt(rows, placeBefore(rows, following), newRow(key, lane.name)),
  );
}

/** Renames a lane; a taken name gets a number. */
export function renameLane(flow: Flow, stepName: string, from: string, to: string): Flow {
  if (from === ELSE || from === to || to === '') return flow;
  return changeLane(flow, stepName, from, (step, branches) => {
    const name = freeName(to, takenNames(withoutFirst(branches, isLane(from))));
    const renamed = changeFirst(branches, isLane(from), (branch) => ({ ...branch, name }));
    return mapRows({ ...step, branches: renamed }, (rows) =>
      changeFirst(rows, isRow(from), (row) => withName(row, name)),
    );
  });
}

/** Puts a lane at another place among the others, counted without it: lanes are tried in their order. */
export function moveLane(flow: Flow, stepName: string, name: string, to: number): Flow {
  if (name === ELSE) return flow;
  return changeLane(flow, stepName, name, (step, branches) => {
    const from = branches.findIndex(isLane(name));
    const moved = movedItem(branches, from, Math.min(to, laneCount(branches) - 1));
    if (moved === branches) return step;
    const following = namesAfter(moved, name);
    return mapRows({ ...step, branches: moved }, (rows) => {
      const row = rows.find(isRow(name));
      const others = withoutFirst(rows, isRow(name));
      return row === undefined ? rows : insertedAt(others, placeBefore(others, following), row);
    });
  });
}

/** Removes a lane with its steps. */
export function removeLane(flow: Flow, stepName: string, name: string): Flow {
  if (name === ELSE) return flow;
  return changeLane(flow, stepName, name, (step, branches) =>
    mapRows({ ...step, branches: withoutFirst(branches, isLane(name)) }, (rows) =>
      withoutFirst(rows, isRow(name)),
    ),
  );
}

/** Changes a step that has such a lane. */
function changeLane(
  flow: Flow,
  stepName: string,
  lane: string,
  change: (step: Step, branches: readonly Branch[]) => Step,
): Flow {
  return changeStep(flow, stepName, (step) =>
    step.branches?.some(isLane(lane)) ? change(step, step.branches) : step,
  );
}

/** `Else` is never free: a lane of that name would be taken for the last one. */
function takenNames(branches: readonly Branch[]): Set<string> {
  return new Set([ELSE, ...branches.map(({ name }) => name)]);
}

/** How many lanes there are besides `Else`. */
function laneCount(branches: readonly Branch[]): number {
  return branches.at(-1)?.name === ELSE ? branches.length - 1 : branches.length;
}

function namesAfter(branches: readonly Branch[], name: string): Set<unknown> {
  return new Set(branches.slice(branches.findIndex(isLane(name)) + 1).map((branch) => branch.name));
}

/** Rows have the order of the lanes, also where some lane has none (format.md 1.5). */
function placeBefore(rows: readonly ComplexItem[], following: ReadonlySet<unknown>): number {
  const at = rows.findIndex((row) => following.has(rowName(row)));
  return at < 0 ? rows.length : at;
}

/** Inputs whose rows are named like lanes: conditions, mappings of values, and what vendors call `branches`. */
const laneInputs: ReadonlySet<string> = new Set(['conditions', 'branchValueMappings', 'branches']);

/** Which of them the branches of the format itself have. */
const ownInputs: ReadonlyMap<string, string> = new Map([
  ['branchonexpression', 'conditions'],
  ['branchonvalue', 'branchValueMappings'],
]);

/** The step with the input that its lanes need, where nobody has filled it in. */
function withRows(step: Step): Step {
  const key = ownInputs.get(step.action.key.toLowerCase());
  if (key === undefined || Object.hasOwn(step.inputs, key)) return step;
  return { ...step, inputs: { ...step.inputs, [key]: { type: 'complex', value: [] } } };
}

function mapRows(
  step: Step,
  change: (rows: readonly ComplexItem[], key: string) => readonly ComplexItem[],
): Step {
  const inputs = Object.entries(step.inputs).reduce((changed, [key, input]) => {
    if (!laneInputs.has(key) || input.type !== 'complex') return changed;
    return withKept<Record<string, Input>, string>(
      changed,
      key,
      withKept(input, 'value', change(input.value, key)),
    );
  }, step.inputs);
  return withKept(step, 'inputs', inputs);
}

/** A new lane asks for something that nobody has chosen, which is never there; or for a value that is still empty. */
function newRow(key: string, name: string): NamedInput {
  if (key !== 'conditions') return { name, type: 'value', value: '' };
  return { name, type: 'complex', value: ['and', ['exists', { type: 'reference', value: '' }]] };
}

function isLane(wanted: string): (branch: Branch) => boolean {
  return ({ name }) => name === wanted;
}

function isRow(wanted: string): (row: ComplexItem) => boolean {
  return (row) => rowName(row) === wanted;
}

/** Both shapes of a row's name occur. */
function rowName(row: ComplexItem): unknown {
  if (typeof row !== 'object' || row === null || !('name' in row)) return undefined;
  const { name } = row;
  return typeof name === 'object' && name !== null ? name.value : name;
}

/** The shape stays what it is. */
function withName(row: ComplexItem, name: string): ComplexItem {
  const named = row as NamedInput;
  const isInput = typeof named.name === 'object' && named.name !== null;
  return { ...named, name: isInput ? ({ ...(named.name as Input), value: name } as Input) : name };
}
