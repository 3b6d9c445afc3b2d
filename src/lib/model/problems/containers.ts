/** Loops and branches without steps, steps that nothing leads to, and breaks with no loop around them. */
import type { Step } from '#lib/model/integration.ts';
import { ELSE } from '#lib/model/laneEdits.ts';
import { goTo, type Finding } from '#lib/model/problems/Findings.ts';
import { knownStep } from '#lib/model/problems/known.ts';
import type { StepSite } from '#lib/model/problems/sites.ts';
import { aboutStep } from '#lib/model/problems/subject.ts';

/** Empty lanes are common, a branch with nothing in any of them is not done. Triggers may leave theirs empty. */
export function emptyContainer(site: StepSite): Finding[] {
  const { step, inside, order, action } = site;
  const isContainer = step.steps ?? step.branches ?? isHolder(action?.kind);
  if (!isContainer || inside > 0 || order === 0) return [];
  return [
    aboutStep(site, {
      code: 'emptyContainer',
      severity: 'warning',
      message: `“${step.name}” has no step inside.`,
      fixes: [{ label: 'Add a step' }],
    }),
  ];
}

function isHolder(kind = ''): boolean {
  return kind.startsWith('loop') || kind.startsWith('branch');
}

/** Told of the first step after the one that ends its list. */
export function neverRuns(site: StepSite): Finding[] {
  const { step, list, index, path } = site;
  const next = list[index + 1];
  if (!next || !endsList(step) || list.slice(0, index).some(endsList)) return [];
  const more = list.length - index - 2;
  const others = more > 0 ? ` and ${more === 1 ? 'the step' : `the ${more} steps`} after it` : '';
  return [
    {
      ...aboutStep(site, {
        code: 'neverRuns',
        severity: 'warning',
        message: `“${next.name}”${others} never ${more > 0 ? 'run' : 'runs'}: “${step.name}” always ends what comes before.`,
      }),
      path: [...path.slice(0, -1), Number(path.at(-1)) + 1],
      place: { flow: site.flow.flow.name, step: next.name },
    },
  ];
}

/** A stop, a break, or a branch whose every lane comes to one. */
function endsList(step: Step): boolean {
  const known = knownStep(step.action);
  if (known === 'stop' || known === 'break') return true;
  const lanes = step.branches ?? [];
  return lanes.some(({ name }) => name === ELSE) && lanes.every(({ steps }) => steps.some(endsList));
}

export function breakOutsideLoop(site: StepSite): Finding[] {
  if (site.known !== 'break' || isInLoop(site)) return [];
  return [
    aboutStep(site, {
      code: 'outsideLoop',
      severity: 'error',
      message: `“${site.step.name}” leaves a loop, but there is none around it.`,
      fixes: [goTo],
    }),
  ];
}

function isInLoop({ holder }: StepSite): boolean {
  return holder !== undefined && (holder.step.steps !== undefined || isInLoop(holder));
}
