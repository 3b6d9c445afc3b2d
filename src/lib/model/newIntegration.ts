/** What a new integration begins with. */
import type { Flow, Integration, Step } from '#lib/model/integration.ts';
import type { CatalogueAction, CatalogueConnector } from '#lib/model/catalogue.ts';
import { freeName } from '#lib/model/name.ts';

/** An integration with one flow. */
export function newIntegration(name: string, flow: Flow): Integration {
  return {
    name,
    description: '',
    category: '',
    documentation: '',
    labels: [],
    configVars: [],
    configPages: [{ name: 'Configuration', tagline: '', elements: [] }],
    flows: [flow],
    endpointType: 'flow_specific',
  };
}

/** A flow that has nothing but its trigger. */
export function newFlow(name: string, trigger: Step): Flow {
  return {
    name,
    description: '',
    trigger,
    steps: [],
    isSynchronous: false,
    endpointSecurityType: 'customer_optional',
  };
}

/** A step that uses an action, named after it, with nothing filled in; a loop or branch has its empty lists. */
export function newStep(
  connector: CatalogueConnector,
  action: CatalogueAction,
  taken: ReadonlySet<string> = new Set(),
): Step {
  const step: Step = {
    name: freeName(action.label, taken),
    description: '',
    action: { connector: connector.key, key: action.key, version: 'LATEST', isPublic: true },
    inputs: {},
  };
  if (action.kind.startsWith('loop')) return { ...step, steps: [] };
  return action.kind.startsWith('branch') ? { ...step, branches: [{ name: 'Else', steps: [] }] } : step;
}
