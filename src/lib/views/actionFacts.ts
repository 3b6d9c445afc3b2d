/** What screens say about a step's action: from the catalogue, or that it is not installed. */
import { findAction, type CatalogueAction, type Family } from '#lib/model/catalogue.ts';
import type { ActionRef } from '#lib/model/integration.ts';
import { catalogue } from '#lib/state/catalogue.ts';

export interface ActionFacts {
  /** "HTTP · GET request". */
  title: string;
  family: Family;
  icon: string;
  /** Absent for a connector that is not installed. */
  action?: CatalogueAction;
}

/** Looks up the action of a step. */
export function actionFacts({ connector, key }: Pick<ActionRef, 'connector' | 'key'>): ActionFacts {
  const found = findAction(catalogue, connector, key);
  if (!found) return { title: `${connector} · ${key}`, family: 'code', icon: 'puzzle' };
  const { label, family, icon } = found.connector;
  const { action } = found;
  const title = action.kind === 'trigger' ? `${label} · trigger` : `${label} · ${action.label}`;
  return { title, family, icon: action.icon ?? icon, action };
}
