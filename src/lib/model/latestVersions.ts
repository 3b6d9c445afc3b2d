/** Makes every step, connection and data source use the newest version of its connector (ux.md 1.4, YAML drawer). */
import type { ActionRef, ConfigVar, Flow, Integration, Step } from '#lib/model/integration.ts';

/** What stands in a document for "the newest there is". */
const LATEST = 'LATEST';

export interface LatestVersions {
  integration: Integration;
  /** Each connector whose version changed, with the versions it had, in the order of the document. */
  changed: readonly { connector: string; versions: readonly (number | string)[] }[];
}

/** Private connectors stay as they are: which version of one is meant, only its owner knows. */
export function latestVersions(integration: Integration): LatestVersions {
  const before = new Map<string, Set<number | string>>();
  const newest = (action: ActionRef): ActionRef => {
    if (!action.isPublic || action.version === LATEST) return action;
    before.set(action.connector, (before.get(action.connector) ?? new Set()).add(action.version));
    return { ...action, version: LATEST };
  };
  const flows = integration.flows.map((flow) => newestInFlow(flow, newest));
  const configVars = integration.configVars.map((configVar) => newestInConfigVar(configVar, newest));
  const changed = [...before].map(([connector, versions]) => ({ connector, versions: [...versions] }));
  return { integration: changed.length > 0 ? { ...integration, flows, configVars } : integration, changed };
}

type Newest = (action: ActionRef) => ActionRef;

function newestInFlow(flow: Flow, newest: Newest): Flow {
  return {
    ...flow,
    trigger: newestInStep(flow.trigger, newest),
    steps: flow.steps.map((step) => newestInStep(step, newest)),
  };
}

function newestInStep(step: Step, newest: Newest): Step {
  const inside = (steps: readonly Step[]) => steps.map((inner) => newestInStep(inner, newest));
  return {
    ...step,
    action: newest(step.action),
    ...(step.steps && { steps: inside(step.steps) }),
    ...(step.branches && {
      branches: step.branches.map((branch) => ({ ...branch, steps: inside(branch.steps) })),
    }),
  };
}

function newestInConfigVar(configVar: ConfigVar, newest: Newest): ConfigVar {
  const { connection, dataSource } = configVar;
  return {
    ...configVar,
    ...(connection && { connection: newest(connection) }),
    ...(dataSource && { dataSource: newest(dataSource) }),
  };
}
