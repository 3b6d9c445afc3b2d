/** What screens say about a step's action: from the catalogue, or that it is not installed. */
import { findAction, type CatalogueAction, type Family } from '#lib/model/catalogue.ts';
import { missingAction } from '#lib/model/missing.ts';
import type { ActionRef } from '#lib/model/integration.ts';
import { catalogue } from '#lib/state/catalogue.ts';

export interface ActionFacts {
  /** "HTTP · GET request". */
  title: string;
  family: Family;
  icon: string;
  /** Absent when it is not here. */
  action?: CatalogueAction;
  /** Why it is not here. */
  missing?: string;
}

/** Looks up the action of a step. */
export function actionFacts({ connector, key }: Pick<ActionRef, 'connector' | 'key'>): ActionFacts {
  const found = findAction(catalogue, connector, key);
  if (!found) {
    const connectorIsHere = catalogue.connectors.some((one) => one.key === connector);
    const missing = missingAction(connector, key, connectorIsHere);
    return { title: `${connector} · ${key}`, family: 'code', icon: 'puzzle', missing };
  }
  const { label, family, icon } = found.connector;
  const { action } = found;
  const title = action.kind === 'trigger' ? `${label} · trigger` : `${label} · ${action.label}`;
  return { title, family, icon: action.icon ?? icon, action };
}
