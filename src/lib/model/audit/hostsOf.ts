/** Every host a document talks to, each once, with the places that do. */
import { connectorCalls } from '#lib/model/audit/connectorCalls.ts';
import { hostCalls, type HostCall } from '#lib/model/audit/hostCalls.ts';
import { configVarsOf } from '#lib/model/audit/filled.ts';
import type { OwnFlows } from '#lib/model/audit/ownFlows.ts';
import { callsOut } from '#lib/model/audit/reach.ts';
import type { AuditHost } from '#lib/model/audit/report.ts';
import type { Site } from '#lib/model/audit/Site.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { Integration } from '#lib/model/integration.ts';

/** What inputs name, then what follows from connectors; each in the order of the document. */
export function allCalls(
  integration: Integration,
  sites: readonly Site[],
  own: OwnFlows,
  catalogue: Catalogue,
): HostCall[] {
  const configVars = configVarsOf(integration);
  const fromSteps = integration.flows.flatMap((flow) =>
    placedSteps(flow)
      .filter(
        ({ step }) =>
          callsOut(step.action, catalogue) && (step !== flow.trigger || step.schedule !== undefined),
      )
      .flatMap(({ step }) =>
        connectorCalls(step.action, step.inputs, { flow: flow.name, step: step.name }, configVars),
      ),
  );
  const fromConfigVars = integration.configVars.flatMap(({ key, dataSource, inputs = {} }) =>
    dataSource ? connectorCalls(dataSource, inputs, { configVar: key }, configVars) : [],
  );
  return [...sites.flatMap((site) => hostCalls(site, own, configVars)), ...fromSteps, ...fromConfigVars];
}

/** Those that nobody can know first, for they need a look; the others by name. */
export function hostsOf(calls: readonly HostCall[]): AuditHost[] {
  const hosts = new Map<string, Map<string, HostCall>>();
  for (const call of calls) {
    const key = JSON.stringify([call.source === 'atRunTime' ? 0 : 1, call.host, call.source]);
    const same = hosts.get(key) ?? new Map<string, HostCall>();
    // A place that names a host many times in the same words is told once.
    hosts.set(key, same.set(JSON.stringify(call.use), call));
  }
  return Array.from(hosts)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, same]) => hostOf(Array.from(same.values())));
}

function hostOf(calls: readonly HostCall[]): AuditHost[] {
  const [first] = calls;
  return first ? [{ host: first.host, source: first.source, uses: calls.map(({ use }) => use) }] : [];
}
