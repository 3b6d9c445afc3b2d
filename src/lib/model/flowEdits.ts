/** Edits of the flows of an integration. */
import type { Flow, Integration } from '#lib/model/integration.ts';
import { mapKept, withKept } from '#lib/model/mapKept.ts';
import { freeName } from '#lib/model/name.ts';

/** Adds a flow, at the end unless a place is given; a taken name gets a number. */
export function addFlow(integration: Integration, flow: Flow, at = integration.flows.length): Integration {
  const named = withKept(flow, 'name', freeName(flow.name, flowNames(integration)));
  return { ...integration, flows: integration.flows.toSpliced(at, 0, named) };
}

/** Changes one flow. Its name is for `renameFlow` to change. */
export function updateFlow(
  integration: Integration,
  name: string,
  change: (flow: Flow) => Flow,
): Integration {
  const flows = mapKept(integration.flows, (flow) => (flow.name === name ? change(flow) : flow));
  return withKept(integration, 'flows', flows);
}

/** Removes a flow. What calls it is left: that is a problem, and says so. */
export function removeFlow(integration: Integration, name: string): Integration {
  return { ...integration, flows: integration.flows.filter((flow) => flow.name !== name) };
}

/** Puts a flow at another place among the flows, counted without it. */
export function moveFlow(integration: Integration, name: string, to: number): Integration {
  const moved = integration.flows.find((flow) => flow.name === name);
  if (!moved) return integration;
  const others = integration.flows.filter((flow) => flow !== moved);
  return { ...integration, flows: others.toSpliced(Math.max(0, to), 0, moved) };
}

/** Puts a copy of a flow after it. Its own steps keep their names: they are unique in their flow only. */
export function duplicateFlow(integration: Integration, name: string): Integration {
  const index = integration.flows.findIndex((flow) => flow.name === name);
  const flow = integration.flows[index];
  return flow ? addFlow(integration, flow, index + 1) : integration;
}

function flowNames({ flows }: Integration): Set<string> {
  return new Set(flows.map(({ name }) => name));
}
