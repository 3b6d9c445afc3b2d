/** What is wrong with a document, as far as that can be told without running it (ux.md 3.10). */
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Input, Integration } from '#lib/model/integration.ts';
import { conditionFindings } from '#lib/model/problems/conditions.ts';
import { configVarUseFindings, pageElementFindings } from '#lib/model/problems/configVarUse.ts';
import { tooManyConfigVars, unplacedConfigVar, unusedConfigVar } from '#lib/model/problems/configVars.ts';
import { connectionPageFindings } from '#lib/model/problems/connectionPages.ts';
import { missingConnector, noTrigger, onlyHere } from '#lib/model/problems/connectors.ts';
import { breakOutsideLoop, emptyContainer, neverRuns } from '#lib/model/problems/containers.ts';
import { defaultFindings } from '#lib/model/problems/defaults.ts';
import type { Checks, Finding } from '#lib/model/problems/Findings.ts';
import { noFlows, noSteps, preprocessFlow, unknownAddress } from '#lib/model/problems/flows.ts';
import { droppedHeaders } from '#lib/model/problems/headers.ts';
import { configVarNameFindings, flowNameFindings, stepNameFindings } from '#lib/model/problems/names.ts';
import { referenceFindings } from '#lib/model/problems/references.ts';
import { requiredFindings } from '#lib/model/problems/required.ts';
import { missingSchedule, scheduleFindings } from '#lib/model/problems/schedules.ts';
import { secretFindings } from '#lib/model/problems/secrets.ts';
import { errorConfigFindings, flowRangeFindings, queueFindings } from '#lib/model/problems/settings.ts';
import type { ConfigVarSite, FlowSite, LeafSite, StepSite, Survey } from '#lib/model/problems/sites.ts';
import { surveyOf } from '#lib/model/problems/survey.ts';
import { templateFindings } from '#lib/model/problems/templates.ts';
import { textFindings } from '#lib/model/problems/texts.ts';

/**
 * All findings: of the document, of its config variables, then flow by flow in the order their steps run. What needs a
 * parser is asked of `checks`; without a finding a document can be published, though it may still fail when it runs.
 */
export function findProblems(integration: Integration, catalogue: Catalogue, checks: Checks): Finding[] {
  const survey = surveyOf(integration, catalogue, checks);
  const found: Finding[] = [];
  const apply = <Site>(rules: readonly Rule<Site>[], site: Site) => {
    for (const rule of rules) found.push(...rule(site, survey));
  };
  apply(documentRules, survey);
  for (const leaf of survey.leaves) apply(inputRules[leaf.input.type], leaf);
  for (const site of survey.configVars) apply(configVarRules, site);
  for (const flow of survey.flows) {
    apply(flowRules, flow);
    for (const leaf of flow.leaves) apply(inputRules[leaf.input.type], leaf);
    for (const step of flow.steps) {
      apply(stepRules, step);
      for (const leaf of step.leaves) apply(inputRules[leaf.input.type], leaf);
    }
  }
  return found;
}

/** Looks at one thing of a document. */
type Rule<Site> = (site: Site, survey: Survey) => readonly Finding[];

const documentRules: readonly Rule<Survey>[] = [
  noFlows,
  preprocessFlow,
  flowNameFindings,
  configVarNameFindings,
  tooManyConfigVars,
  pageElementFindings,
  connectionPageFindings,
];

const configVarRules: readonly Rule<ConfigVarSite>[] = [unusedConfigVar, unplacedConfigVar, defaultFindings];

const flowRules: readonly Rule<FlowSite>[] = [noSteps, stepNameFindings, flowRangeFindings, queueFindings];

const stepRules: readonly Rule<StepSite>[] = [
  noTrigger,
  missingConnector,
  onlyHere,
  missingSchedule,
  requiredFindings,
  conditionFindings,
  emptyContainer,
  neverRuns,
  breakOutsideLoop,
  droppedHeaders,
  errorConfigFindings,
];

const textRules: readonly Rule<LeafSite>[] = [textFindings, scheduleFindings, secretFindings];

/** Of every input, also of config variables; in lists of each item. */
const inputRules: Readonly<Record<Input['type'], readonly Rule<LeafSite>[]>> = {
  value: textRules,
  reference: [referenceFindings, unknownAddress],
  configVar: [configVarUseFindings],
  template: [templateFindings, referenceFindings, unknownAddress, configVarUseFindings, ...textRules],
  complex: [],
  unknown: [],
};
