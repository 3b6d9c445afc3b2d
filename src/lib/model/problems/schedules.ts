/** Schedules that no clock can follow (format.md 1.7). */
import { isBlank } from '#lib/model/problems/blank.ts';
import { goTo, type Finding } from '#lib/model/problems/Findings.ts';
import { literalText } from '#lib/model/problems/literal.ts';
import type { LeafSite, StepSite, Survey } from '#lib/model/problems/sites.ts';
import { aboutLeaf, aboutStep, leafSubject } from '#lib/model/problems/subject.ts';

export function scheduleFindings(leaf: LeafSite, { checks }: Survey): Finding[] {
  const isSchedule = leaf.step !== undefined && leaf.at.path.at(-1) === 'schedule';
  const cron = isSchedule ? literalText(leaf) : undefined;
  const wrong = cron === undefined || cron === '' ? undefined : checks.cron(cron);
  if (wrong === undefined) return [];
  const message = `${leafSubject(leaf)} cannot be followed: ${wrong}`;
  return [aboutLeaf(leaf, { code: 'invalidSchedule', severity: 'error', message, fixes: [goTo] })];
}

/** A schedule trigger without a time never starts its flow; one that starts once gets its time elsewhere. */
export function missingSchedule(site: StepSite): Finding[] {
  const { schedule } = site.step;
  const hasTime = schedule && (!isBlank(schedule.cron) || schedule.scheduleType === 'once');
  if (site.known !== 'schedule' || hasTime) return [];
  return [
    aboutStep(site, {
      code: 'requiredInput',
      severity: 'error',
      message: `“${site.step.name}” has no schedule yet.`,
      path: schedule ? ['schedule'] : [],
      input: 'schedule',
      fixes: [goTo],
    }),
  ];
}
