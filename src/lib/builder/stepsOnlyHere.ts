/** Steps that the system whose format the files have does not know (architecture 4). */
import type { Catalogue } from '#lib/model/catalogue.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { Integration } from '#lib/model/integration.ts';

/** `Send approval (Outbox)` for each, in the order of the document. */
export function stepsOnlyHere({ flows }: Integration, { connectors }: Catalogue): string[] {
  const labels = new Map(connectors.filter(({ onlyHere }) => onlyHere).map(({ key, label }) => [key, label]));
  const steps = flows.flatMap((flow) => placedSteps(flow).map(({ step }) => step));
  return steps.flatMap(({ name, action }) => {
    const label = labels.get(action.connector);
    return label === undefined ? [] : [`${name} (${label})`];
  });
}
