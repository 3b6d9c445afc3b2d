/** Which connectors a document needs that are not here, that no browser can run, or that only we have. */
import { socketConnectors } from '#lib/model/audit/hosts.ts';
import type { AuditPlace, NeededConnector, NeededConnectors } from '#lib/model/audit/report.ts';
import { findAction, type Catalogue } from '#lib/model/catalogue.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { ActionRef, Integration } from '#lib/model/integration.ts';

export function connectorsOf(integration: Integration, catalogue: Catalogue): NeededConnectors {
  const uses = [...stepUses(integration), ...configVarUses(integration)];
  const here = new Map(catalogue.connectors.map((connector) => [connector.key, connector]));
  return {
    missing: needed(uses.filter(({ action, place }) => isMissing(action, place, catalogue))),
    neverInBrowser: needed(uses.filter(({ action }) => socketConnectors.has(action.connector))),
    onlyHere: needed(uses.filter(({ action }) => here.get(action.connector)?.onlyHere === true)),
  };
}

interface Use {
  action: ActionRef;
  place: AuditPlace;
}

function stepUses({ flows }: Integration): Use[] {
  return flows.flatMap((flow) =>
    placedSteps(flow).map(({ step }) => ({
      action: step.action,
      place: { flow: flow.name, step: step.name },
    })),
  );
}

function configVarUses({ configVars }: Integration): Use[] {
  return configVars.flatMap(({ key, connection, dataSource }) =>
    [connection, dataSource].flatMap((action) => (action ? [{ action, place: { configVar: key } }] : [])),
  );
}

/** The catalogue lists the actions of a connector, not its connections and data sources. */
function isMissing({ connector, key }: ActionRef, { step }: AuditPlace, catalogue: Catalogue): boolean {
  if (step !== undefined) return findAction(catalogue, connector, key) === undefined;
  return !catalogue.connectors.some((one) => one.key === connector);
}

function needed(uses: readonly Use[]): NeededConnector[] {
  const connectors = new Set(uses.map(({ action }) => action.connector));
  return Array.from(connectors)
    .toSorted()
    .map((connector) => {
      const own = uses.filter(({ action }) => action.connector === connector);
      const actions = Array.from(new Set(own.map(({ action }) => action.key)));
      return { connector, actions, usedBy: own.map(({ place }) => place) };
    });
}
