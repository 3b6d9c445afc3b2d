/** Puts an action into a document: as a step of a flow, or for a trigger as a flow of its own. */
import { stepNames } from '#lib/model/flow.ts';
import { addFlow, updateFlow } from '#lib/model/flowEdits.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Integration } from '#lib/model/integration.ts';
import { referenceName, slugs } from '#lib/model/name.ts';
import { newFlow } from '#lib/model/newIntegration.ts';
import { newStep } from '#lib/model/newStep.ts';
import type { Position } from '#lib/model/place.ts';
import type { FoundAction } from '#lib/model/searchCatalogue.ts';
import { insertSteps } from '#lib/model/stepEdits.ts';

/** The document with it, what undo calls that, and where the designer shows it. */
export interface Used {
  document: Integration;
  label: string;
  search: { flow: string; step: string };
}

/** Puts it into a flow that is there. */
export function useAction(
  document: Integration,
  { connector, action }: FoundAction,
  at: { flow: string; position: Position },
  catalogue: Catalogue,
): Used {
  const index = document.flows.findIndex(({ name }) => name === at.flow);
  const flow = document.flows[index];
  const step = newStep({ connector: connector.key, key: action.key }, catalogue, flow ? stepNames(flow) : []);
  const changed = updateFlow(document, at.flow, (one) => insertSteps(one, [step], at.position));
  return { document: changed, label: `add step ${step.name}`, search: shown(changed, index, step.name) };
}

/** A flow that begins with the trigger. */
export function useTrigger(
  document: Integration,
  { connector, action }: FoundAction,
  catalogue: Catalogue,
): Used {
  const trigger = newStep({ connector: connector.key, key: action.key }, catalogue, []);
  const changed = addFlow(document, newFlow(`${action.label} flow`, trigger));
  const index = changed.flows.length - 1;
  const label = `add flow ${changed.flows[index]?.name ?? ''}`;
  return { document: changed, label, search: shown(changed, index, trigger.name) };
}

function shown({ flows }: Integration, index: number, step: string): Used['search'] {
  const flow = slugs(flows.map(({ name }) => name))[index] ?? '';
  return { flow, step: referenceName(step) || step };
}
