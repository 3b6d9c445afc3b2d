/** What a step can refer to: all that has run by then, and the loops it stands in (format.md 1.6.1). */
import { itemKeys } from '#lib/model/problems/known.ts';
import type { StepSite } from '#lib/model/problems/sites.ts';

/**
 * Why a step has nothing for a reference. `later`: it has not run. `otherLane`: only one of the two runs. `open`: it is a
 * loop or a branch around, which is not over. `closed`: an item of a loop that is not around.
 */
export type Hidden = 'itself' | 'later' | 'otherLane' | 'open' | 'closed';

/** `key` is what the reference asks the target for: `results`, `currentItem`, … Steps inside a loop or lane that is over stay readable. */
export function hiddenFrom(viewer: StepSite, target: StepSite, key: string | undefined): Hidden | undefined {
  if (target === viewer) return 'itself';
  if (isAround(target, viewer)) return hiddenInside(target, key);
  if (target.step.steps && key !== undefined && itemKeys.has(key)) return 'closed';
  if (target.order > viewer.order) return 'later';
  return isInOtherLane(target, viewer) ? 'otherLane' : undefined;
}

/** Whether a step stands in another, at any depth. */
export function isAround(holder: StepSite, site: StepSite): boolean {
  return holder.order < site.order && site.order <= holder.order + holder.inside;
}

/** A trigger has run before its lanes do. */
function hiddenInside(holder: StepSite, key: string | undefined): Hidden | undefined {
  if (holder.order === 0) return undefined;
  if (!holder.step.steps) return 'open';
  return key === 'results' ? 'open' : undefined;
}

function isInOtherLane(target: StepSite, viewer: StepSite): boolean {
  for (let site: StepSite | undefined = target; site?.holder; site = site.holder) {
    const { holder, lane } = site;
    if (isAround(holder, viewer)) return laneOf(viewer, holder) !== lane;
  }
  return false;
}

/** In which lane of a step around it a step stands. */
function laneOf(site: StepSite, holder: StepSite): number | undefined {
  let inner = site;
  while (inner.holder && inner.holder !== holder) inner = inner.holder;
  return inner.lane;
}
