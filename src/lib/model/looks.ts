/** How actions are drawn where nothing else of the catalogue is needed: lists and galleries do not load all of it. */
import type { Catalogue, Family } from '#lib/model/catalogue.ts';

/** Of a connector: its own look, and the icons of actions that have one of their own, by their keys in lower case. */
export interface ConnectorLook {
  label: string;
  family: Family;
  icon: string;
  icons: Readonly<Record<string, string>>;
}

/** By the keys of the connectors. */
export type Looks = Readonly<Record<string, ConnectorLook>>;

export function looksOf({ connectors }: Catalogue): Looks {
  return Object.fromEntries(
    connectors.map(({ key, label, family, icon, actions }) => {
      const icons = actions.flatMap((action) =>
        action.icon ? [[action.key.toLowerCase(), action.icon]] : [],
      );
      return [key, { label, family, icon, icons: Object.fromEntries(icons) as Record<string, string> }];
    }),
  );
}
