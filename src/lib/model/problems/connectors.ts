/** Steps whose connector is not here, or nowhere else. */
import { missingAction } from '#lib/model/missing.ts';
import { goTo, type Finding } from '#lib/model/problems/Findings.ts';
import type { StepSite, Survey } from '#lib/model/problems/sites.ts';
import { aboutStep } from '#lib/model/problems/subject.ts';

/**
 * It is kept and cannot run here; elsewhere it may, so that it is no error of the document. A pinned output can stand for
 * it, but not for a trigger or for a step that decides what runs inside it.
 */
export function missingConnector(site: StepSite, { catalogue }: Survey): Finding[] {
  const { step, order, action } = site;
  if (action) return [];
  const { connector, key } = step.action;
  const isHere = catalogue.connectors.some((one) => one.key === connector);
  const canBePinned = order > 0 && !step.steps && !step.branches;
  const end = canBePinned ? 'runs here only with a pinned output' : 'cannot run here';
  return [
    aboutStep(site, {
      code: 'missingConnector',
      severity: 'warning',
      message: `${missingAction(connector, key, isHere)}: “${step.name}” ${end}.`,
      path: ['action'],
      fixes: [goTo],
    }),
  ];
}

export function onlyHere(site: StepSite): Finding[] {
  const { step, connector } = site;
  if (!connector?.onlyHere) return [];
  return [
    aboutStep(site, {
      code: 'onlyHere',
      severity: 'info',
      message: `“${step.name}” uses ${connector.label}, which exists only in Sluice.`,
      path: ['action'],
    }),
  ];
}

/** The first step of a flow must be one that starts it (format.md 1.4). */
export function noTrigger(site: StepSite): Finding[] {
  const { step, order, action } = site;
  if (order > 0 || !action || action.kind === 'trigger') return [];
  return [
    aboutStep(site, {
      code: 'noTrigger',
      severity: 'error',
      message: `Flow “${site.flow.flow.name}” has no trigger: “${step.name}” cannot start it.`,
      path: ['action'],
      fixes: [{ label: 'Choose a trigger' }],
    }),
  ];
}
