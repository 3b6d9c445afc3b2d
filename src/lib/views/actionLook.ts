/** How an action is drawn: the name of its connector, the colour and the icon of its tile. */
import type { Family } from '#lib/model/catalogue.ts';
import type { ActionRef } from '#lib/model/integration.ts';
import { looks } from '#lib/state/looks.ts';

export interface ActionLook {
  /** The connector's. */
  label: string;
  family: Family;
  icon: string;
}

/** A connector that is not installed is a grey puzzle piece with its key for a name. */
export function actionLook({ connector, key }: Pick<ActionRef, 'connector' | 'key'>): ActionLook {
  const look = Object.hasOwn(looks, connector) ? looks[connector] : undefined;
  if (!look) return { label: connector, family: 'code', icon: 'puzzle' };
  const { label, family, icon, icons } = look;
  const own = key.toLowerCase();
  return { label, family, icon: Object.hasOwn(icons, own) ? (icons[own] ?? icon) : icon };
}
