/** The way out of a reference to a later step: that step first. */
import { referenceName } from '#lib/model/name.ts';
import { moveSteps } from '#lib/model/stepEdits.ts';
import { positionOf } from '#lib/model/place.ts';
import { changeFlowAt } from '#lib/model/problems/edits.ts';
import type { Fix } from '#lib/model/problems/Findings.ts';
import { headOf } from '#lib/model/problems/heads.ts';
import type { FlowSite, StepSite } from '#lib/model/problems/sites.ts';

/**
 * Moves a step up within its list, before the one that refers to it or before what that one stands in. `undefined` where
 * it would then come before something it refers to itself, or would end what comes after it.
 */
export function moveBefore(moved: StepSite, viewer: StepSite): Fix | undefined {
  const before = siblingAround(moved, viewer);
  if (!before || !isUnique(before) || !isUnique(moved)) return undefined;
  const { flow } = moved;
  const whole = flow.steps.slice(moved.order, moved.order + moved.inside + 1);
  if (whole.some((site) => site.known === 'stop' || site.known === 'break' || needs(site, before, moved)))
    return undefined;
  const edit = changeFlowAt(flow, (one) => {
    const at = positionOf(one, before.step.name);
    return at ? moveSteps(one, [moved.step.name], at) : one;
  });
  return { label: `Move “${moved.step.name}” before “${before.step.name}”`, edit };
}

/** The step of the same list in which the viewer stands, or the viewer itself. */
function siblingAround(moved: StepSite, viewer: StepSite): StepSite | undefined {
  let site: StepSite | undefined = viewer;
  while (site && site.holder !== moved.holder) site = site.holder;
  return site && site.list === moved.list && site.order > 0 ? site : undefined;
}

/** Whether a step refers to one that it would be moved over. */
function needs({ leaves, flow }: StepSite, before: StepSite, moved: StepSite): boolean {
  return leaves.some(({ references }) =>
    references.some((path) =>
      flow.byHead.get(headOf(path))?.some(({ order }) => order >= before.order && order < moved.order),
    ),
  );
}

function isUnique({ step, flow }: { step: StepSite['step']; flow: FlowSite }): boolean {
  return flow.byHead.get(referenceName(step.name))?.length === 1;
}
