/** What a step can do to the world, as far as its action and the keys of its inputs tell. */
import { findAction, type Catalogue, type CatalogueAction, type Family } from '#lib/model/catalogue.ts';
import type { ActionRef } from '#lib/model/integration.ts';

const outside: ReadonlySet<Family> = new Set<Family>(['network', 'files', 'messages']);

/** Whether it may send something away; of an action that is not known here, the worst is taken. */
export function callsOut(action: ActionRef, catalogue: Catalogue): boolean {
  const found = findAction(catalogue, action.connector, action.key);
  if (!found) return !isOurs(action, catalogue);
  if (found.action.pure) return false;
  return outside.has(found.connector.family) || takesAddress(found.action);
}

/** Whether the input of this key says where to; where to answer later is something that is sent. */
export function isAddressKey(key: string): boolean {
  return (
    /(?:url|uri|endpoint|host|hostname|domain|server|wsdl)$/i.test(key) &&
    !/callback|redirect|return/i.test(key)
  );
}

/** Whether the input of this key holds code. */
export function isCodeInput({ connector }: ActionRef, key: string): boolean {
  return /CodeInput$/.test(key) || (key === 'code' && connector !== 'result-placeholder');
}

function takesAddress({ inputs }: CatalogueAction): boolean {
  return inputs.some(({ key }) => isAddressKey(key));
}

/** An unknown action of a connector that stays at home stays at home too: nothing but its name is wrong. */
function isOurs({ connector }: ActionRef, catalogue: Catalogue): boolean {
  const family = catalogue.connectors.find(({ key }) => key === connector)?.family;
  return family !== undefined && !outside.has(family);
}
