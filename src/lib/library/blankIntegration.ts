/** The integration that "Blank" makes of what was filled in. */
import type { Catalogue, CatalogueAction, CatalogueConnector } from '#lib/model/catalogue.ts';
import type { Integration } from '#lib/model/integration.ts';
import { emptyIntegration, newFlow } from '#lib/model/newIntegration.ts';
import { newStep } from '#lib/model/newStep.ts';

/** What an integration is called that was given no name. */
export const UNNAMED = 'Untitled integration';

/** What can start a flow. */
export interface Trigger {
  connector: CatalogueConnector;
  action: CatalogueAction;
}

/** What was filled in. */
export interface Blank {
  name: string;
  description: string;
  category: string;
  labels: readonly string[];
  trigger: Trigger;
}

/** Every trigger there is, the webhook first: most flows begin with one (ux.md 0.2). */
export function triggersOf({ connectors }: Catalogue): Trigger[] {
  const triggers = connectors.flatMap((connector) =>
    connector.actions.filter(({ kind }) => kind === 'trigger').map((action) => ({ connector, action })),
  );
  const isWebhook = ({ action }: Trigger) => action.key === 'webhook';
  return [...triggers.filter(isWebhook), ...triggers.filter((trigger) => !isWebhook(trigger))];
}

/** One flow that has only its trigger. */
export function blankIntegration(
  { name, description, category, labels, trigger: { connector, action } }: Blank,
  catalogue: Catalogue,
): Integration {
  const flow = newFlow('Flow 1', newStep({ connector: connector.key, key: action.key }, catalogue, []));
  return {
    ...emptyIntegration(name.trim() || UNNAMED),
    description: description.trim(),
    category: category.trim(),
    labels,
    flows: [flow],
  };
}
