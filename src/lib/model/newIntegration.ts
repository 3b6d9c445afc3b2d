/** What a new integration and a new flow begin with: what the format says of one that says nothing (format.md 1.1). */
import type { Flow, Integration, Step } from '#lib/model/integration.ts';

/** An integration with one empty page and no flow. */
export function emptyIntegration(name: string): Integration {
  return {
    name,
    description: '',
    category: '',
    documentation: '',
    labels: [],
    configVars: [],
    configPages: [{ name: 'Configuration', tagline: '', elements: [] }],
    flows: [],
    endpointType: 'flow_specific',
    defaultInstanceProfile: 'Default Instance Profile',
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
