/** What an input can refer to, which need not be one of a step. */
import { hiddenFrom, type Hidden } from '#lib/model/problems/sight.ts';
import type { FlowSite, LeafSite, StepSite } from '#lib/model/problems/sites.ts';
import { parsePath } from '#lib/model/reference.ts';

/** Settings of a flow are read when its trigger has run, those of the integration when the preprocess flow is over. */
export function hiddenFromLeaf(
  { step, at }: LeafSite,
  flow: FlowSite,
  target: StepSite,
  path: string,
): Hidden | undefined {
  const key = target.step.steps ? parsePath(path)[1] : undefined;
  if (step) return hiddenFrom(step, target, key);
  return at.flow === undefined || target === flow.steps[0] ? undefined : 'later';
}
