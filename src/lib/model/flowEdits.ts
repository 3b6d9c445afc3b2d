/** Edits of the flows of an integration. */
import type { Flow, FromFile, Integration } from '#lib/model/integration.ts';
import { changeFirst, insertedAt, movedItem, withKept, withoutFirst } from '#lib/model/mapKept.ts';
import { freeName } from '#lib/model/name.ts';

/** Adds a flow, at the end unless a place is given; a taken name gets a number. */
export function addFlow(integration: Integration, flow: Flow, at = integration.flows.length): Integration {
  const names = new Set(integration.flows.map(({ name }) => name));
  const named = withKept(flow, 'name', freeName(flow.name, names));
  return { ...integration, flows: insertedAt(integration.flows, at, named) };
}

/** Changes one flow. A new name is ignored: it is for `renameFlow` to give. */
export function updateFlow(
  integration: Integration,
  name: string,
  change: (flow: Flow) => Flow,
): Integration {
  const flows = changeFirst(integration.flows, isNamed(name), (flow) =>
    withKept(change(flow), 'name', flow.name),
  );
  return withKept(integration, 'flows', flows);
}

/** Removes a flow. What calls it is left: that is a problem, and says so. */
export function removeFlow(integration: Integration, name: string): Integration {
  return withKept(integration, 'flows', withoutFirst(integration.flows, isNamed(name)));
}

/** Puts a flow at another place among the flows, counted without it. */
export function moveFlow(integration: Integration, name: string, to: number): Integration {
  const from = integration.flows.findIndex(isNamed(name));
  return withKept(integration, 'flows', movedItem(integration.flows, from, to));
}

/** Puts a copy of a flow after it. Its steps keep their names; a flow that calls itself is still called by the copy. */
export function duplicateFlow(integration: Integration, name: string): Integration {
  const index = integration.flows.findIndex(isNamed(name));
  const flow = integration.flows[index];
  return flow ? addFlow(integration, withoutIdentity(flow), index + 1) : integration;
}

/** A copy must not have the key by which another system knows the original (format.md 1.4, 1.8). */
export function withoutIdentity<T extends FromFile>(noun: T): T {
  if (!noun.extra || !Object.hasOwn(noun.extra, 'stableKey')) return noun;
  const { stableKey: _identity, ...extra } = noun.extra;
  return { ...noun, extra };
}

function isNamed(wanted: string): (flow: Flow) => boolean {
  return ({ name }) => name === wanted;
}
