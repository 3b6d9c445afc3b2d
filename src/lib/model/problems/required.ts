/** Inputs that must be filled in, as the catalogue says. */
import { isBlank } from '#lib/model/problems/blank.ts';
import { goTo, type Finding } from '#lib/model/problems/Findings.ts';
import type { StepSite } from '#lib/model/problems/sites.ts';
import { aboutStep, inputSubject } from '#lib/model/problems/subject.ts';

export function requiredFindings(site: StepSite): Finding[] {
  const { inputs } = site.step;
  return site.required.flatMap(({ key }) => {
    if (Object.hasOwn(inputs, key) && !isBlank(inputs[key])) return [];
    return [
      aboutStep(site, {
        code: 'requiredInput',
        severity: 'error',
        message: `${inputSubject(site, key)} is empty.`,
        path: ['inputs', key],
        input: key,
        fixes: [goTo],
      }),
    ];
  });
}
