/** Goes through a document once, so that no rule has to. */
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { Checks } from '#lib/model/problems/Findings.ts';
import { flowSites } from '#lib/model/problems/flowSites.ts';
import { otherLeaves } from '#lib/model/problems/leaves.ts';
import { Suggestions } from '#lib/model/problems/Suggestions.ts';
import type { Survey } from '#lib/model/problems/sites.ts';

export function surveyOf(integration: Integration, catalogue: Catalogue, checks: Checks): Survey {
  const flows = flowSites(integration.flows, catalogue);
  const { leaves, uses } = otherLeaves(integration);
  const all = [uses, ...flows.map((flow) => flow.uses)];
  return {
    integration,
    catalogue,
    checks,
    flows,
    configVars: integration.configVars.map((configVar, index) => ({
      configVar,
      index,
      path: ['requiredConfigVars', index],
    })),
    leaves,
    flowNames: new Set(integration.flows.map(({ name }) => name)),
    configVarKeys: new Set(integration.configVars.map(({ key }) => key)),
    usedConfigVars: new Set(all.flatMap(({ configVars }) => [...configVars])),
    configVarCode: all.flatMap(({ code }) => code),
    placed: placedValues(integration),
    suggestions: new Suggestions(),
  };
}

/** The format has elements of more kinds than one that show a variable; text is none of them. */
function placedValues({ configPages }: Integration): Set<unknown> {
  const elements = configPages.flatMap((page) => page.elements);
  return new Set(elements.filter(({ type }) => type !== 'htmlElement').map(({ value }) => value));
}
