/** Where an action works, as the catalogue and the palette say it (ux.md, Connectors). */
import type { CatalogueAction, CatalogueConnector } from '#lib/model/catalogue.ts';

/** `internet` and `relay` say what must be there, `credentials` what must be filled in; `never` is no browser at all. */
export type Place = 'offline' | 'internet' | 'relay' | 'never' | 'credentials';

/** In the order they are shown. */
const order: readonly Place[] = ['offline', 'internet', 'relay', 'never', 'credentials'];

const places = { network: 'internet', relay: 'relay', never: 'never' } as const;

/** Of one action; a connection that may be left out asks for no credentials. */
export function worksWhere({ needs, inputs }: Pick<CatalogueAction, 'needs' | 'inputs'>): Place[] {
  const place = needs ? places[needs] : 'offline';
  const signsIn = inputs.some(({ type, required }) => type === 'connection' && required);
  return signsIn && needs !== 'never' ? [place, 'credentials'] : [place];
}

/** Of a connector: of any of its actions; that one of many works in no browser is said at that one. */
export function connectorWorksWhere({ actions }: Pick<CatalogueConnector, 'actions'>): Place[] {
  const all = new Set(actions.flatMap(worksWhere));
  const somewhere = order.filter((place) => all.has(place) && place !== 'never');
  return somewhere.length > 0 || all.size === 0 ? somewhere : ['never'];
}

/** How many actions of a connector work offline. */
export function offlineCount({ actions }: Pick<CatalogueConnector, 'actions'>): number {
  return actions.filter((action) => worksWhere(action).includes('offline')).length;
}
