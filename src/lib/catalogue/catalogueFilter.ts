/** What of the catalogue is shown: by category and by where it works (ux.md, Connectors). */
import type { CatalogueConnector, Family } from '#lib/model/catalogue.ts';
import type { FoundAction } from '#lib/model/searchCatalogue.ts';
import { worksWhere, type Place } from '#lib/model/worksWhere.ts';
import { families } from '#lib/catalogue/families.ts';

export interface CatalogueFilter {
  category?: Family;
  works?: Extract<Place, 'offline' | 'relay'>;
}

/** As the address has it; words that mean nothing there are no filter. */
export function filterOf(search: URLSearchParams): CatalogueFilter {
  const category = families.find(({ key }) => key === search.get('category'))?.key;
  const works = (['offline', 'relay'] as const).find((place) => place === search.get('works'));
  return { ...(category && { category }), ...(works && { works }) };
}

export function showsAction(
  { category, works }: CatalogueFilter,
  { connector, action }: FoundAction,
): boolean {
  const isThere = works === undefined || worksWhere(action).includes(works);
  return isThere && (category === undefined || connector.family === category);
}

/** A connector is shown for any action of its own. */
export function showsConnector(filter: CatalogueFilter, connector: CatalogueConnector): boolean {
  return connector.actions.some((action) => showsAction(filter, { connector, action }));
}

/** Connectors by category, in its order; categories that hold none are left out. */
export function byFamily(connectors: readonly CatalogueConnector[]): {
  key: Family;
  label: string;
  connectors: readonly CatalogueConnector[];
}[] {
  return families
    .map((one) => ({ ...one, connectors: connectors.filter(({ family }) => family === one.key) }))
    .filter(({ connectors: held }) => held.length > 0);
}
