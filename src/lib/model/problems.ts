/** Everything that is wrong with a document and can be told without running it (ux.md 3.10). */
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Integration } from '#lib/model/integration.ts';
import { configVarRules } from '#lib/model/problems/configVarRules.ts';
import { connectorRules } from '#lib/model/problems/connectorRules.ts';
import { containerRules } from '#lib/model/problems/containerRules.ts';
import { Findings, type Checks, type Finding } from '#lib/model/problems/Findings.ts';
import { flowRules } from '#lib/model/problems/flowRules.ts';
import { inputRules } from '#lib/model/problems/inputRules.ts';
import { nameRules } from '#lib/model/problems/nameRules.ts';
import { referenceRules } from '#lib/model/problems/referenceRules.ts';

/**
 * Findings in the order of the document's rules, each with ways to mend it. What needs a parser (schedules, code) is
 * checked by `checks`, so that nothing here depends on one.
 */
export function findProblems(integration: Integration, catalogue: Catalogue, checks: Checks): Finding[] {
  const findings = new Findings(integration, catalogue, checks);
  for (const rule of rules) rule(findings);
  return findings.list;
}

const rules: readonly ((findings: Findings) => void)[] = [
  nameRules,
  flowRules,
  referenceRules,
  inputRules,
  containerRules,
  configVarRules,
  connectorRules,
];
