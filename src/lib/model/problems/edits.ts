/** Edits that mend one place: by its path, as names may be what is wrong. */
import { mapInputs } from '#lib/model/inputs.ts';
import type { Flow, Input, Integration, Step } from '#lib/model/integration.ts';
import { mapKept, withKept } from '#lib/model/mapKept.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import type { Fix } from '#lib/model/problems/Findings.ts';
import type { FlowSite, StepSite } from '#lib/model/problems/sites.ts';

type Edit = NonNullable<Fix['edit']>;

/** Changes the inputs at these paths. */
export function changeInputsAt(paths: readonly DocumentPath[], change: (input: Input) => Input): Edit {
  const wanted = new Set(paths.map((path) => JSON.stringify(path)));
  return (integration) =>
    mapInputs(integration, (input, { path }) => (wanted.has(JSON.stringify(path)) ? change(input) : input));
}

/** Changes a flow that still stands where it stood. */
export function changeFlowAt({ flow, index }: FlowSite, change: (flow: Flow) => Flow): Edit {
  return (integration) => {
    const flows = changeAt(integration.flows, index, (one) => (one.name === flow.name ? change(one) : one));
    return withKept(integration, 'flows', flows);
  };
}

/** Changes a step that still stands where it stood. */
export function changeStepAt({ step, flow, path }: StepSite, change: (step: Step) => Step): Edit {
  const [, , , first, ...below] = path;
  const visit = (one: Step) =>
    changeBelow(one, below, (found) => (found.name === step.name ? change(found) : found));
  return changeFlowAt(flow, (one) =>
    first === 0
      ? withKept(one, 'trigger', visit(one.trigger))
      : withKept(one, 'steps', changeAt(one.steps, Number(first) - 1, visit)),
  );
}

/** `path` is the way from a step to one inside it. */
function changeBelow(step: Step, path: DocumentPath, change: (step: Step) => Step): Step {
  const [list, at, , inLane] = path;
  if (list === undefined) return change(step);
  if (list === 'steps') return withKept(step, 'steps', inList(step.steps ?? [], at, path.slice(2), change));
  const branches = changeAt(step.branches ?? [], at, (branch) =>
    withKept(branch, 'steps', inList(branch.steps, inLane, path.slice(4), change)),
  );
  return withKept(step, 'branches', branches);
}

function inList(
  steps: readonly Step[],
  at: DocumentPath[number] | undefined,
  path: DocumentPath,
  change: (step: Step) => Step,
): readonly Step[] {
  return changeAt(steps, at, (inner) => changeBelow(inner, path, change));
}

function changeAt<T>(
  list: readonly T[],
  at: DocumentPath[number] | undefined,
  change: (item: T) => T,
): readonly T[] {
  return mapKept(list, (item, index) => (index === at ? change(item) : item));
}

/** Changes one of the config variables of that key, counted from the start: a broken document has several. */
export function changeConfigVarAt(
  index: number,
  key: string,
  change: (configVar: Integration['configVars'][number]) => Integration['configVars'][number],
): Edit {
  return (integration) =>
    withKept(
      integration,
      'configVars',
      changeAt(integration.configVars, index, (one) => (one.key === key ? change(one) : one)),
    );
}
