/** What a document would do if it ran, told without running it (browser.md 8.5). */
import { codeOf } from '#lib/model/audit/codeOf.ts';
import { connectionsOf } from '#lib/model/audit/connectionsOf.ts';
import { connectorsOf } from '#lib/model/audit/connectorsOf.ts';
import { effectsOf } from '#lib/model/audit/effectsOf.ts';
import { allCalls, hostsOf } from '#lib/model/audit/hostsOf.ts';
import { linksOf } from '#lib/model/audit/linksOf.ts';
import { ownFlowsOf, ownFlowUses } from '#lib/model/audit/ownFlows.ts';
import type { Audit } from '#lib/model/audit/report.ts';
import { sitesOf } from '#lib/model/audit/Site.ts';
import { triggersOf } from '#lib/model/audit/triggersOf.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Integration } from '#lib/model/integration.ts';

/**
 * Reads a stranger's document before it is trusted: where it errs, it names too many hosts, and says `atRunTime` where a
 * host cannot be read from the document. The same document always gives the same audit. Nothing secret is copied.
 */
export function auditIntegration(integration: Integration, catalogue: Catalogue): Audit {
  const sites = sitesOf(integration, catalogue);
  const own = ownFlowsOf(integration);
  const calls = allCalls(integration, sites, own, catalogue);
  return {
    hosts: hostsOf(calls),
    ownFlows: ownFlowUses(sites, own),
    code: codeOf(sites),
    connections: connectionsOf(integration, sites, calls),
    triggers: triggersOf(integration),
    effects: effectsOf(integration, catalogue),
    connectors: connectorsOf(integration, catalogue),
    links: linksOf(integration),
  };
}
