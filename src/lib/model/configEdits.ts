/** Edits of config variables. */
import type { ConfigElement, ConfigVar, Integration } from '#lib/model/integration.ts';
import { withoutIdentity } from '#lib/model/flowEdits.ts';
import { changeFirst, insertedAt, mapKept, movedItem, withKept, withoutFirst } from '#lib/model/mapKept.ts';
import { freeName } from '#lib/model/name.ts';
import { addElement } from '#lib/model/pageEdits.ts';

/** Adds a variable at the end, and shows it at the end of a page when one is given; a taken key gets a number. */
export function addConfigVar(integration: Integration, configVar: ConfigVar, page?: number): Integration {
  const [added, key] = inserted(integration, configVar, integration.configVars.length);
  return page === undefined ? added : addElement(added, page, { type: 'configVar', value: key });
}

/** Changes one variable. A new key is ignored: it is for `renameConfigVar` to give. */
export function updateConfigVar(
  integration: Integration,
  key: string,
  change: (configVar: ConfigVar) => ConfigVar,
): Integration {
  const configVars = changeFirst(integration.configVars, hasKey(key), (one) =>
    withKept(change(one), 'key', one.key),
  );
  return withKept(integration, 'configVars', configVars);
}

/** Removes a variable, also from its pages. Inputs that use it are left: that is a problem, and says so. */
export function removeConfigVar(integration: Integration, key: string): Integration {
  const configVars = withoutFirst(integration.configVars, hasKey(key));
  if (configVars === integration.configVars) return integration;
  const configPages = mapKept(integration.configPages, (page) => {
    const elements = page.elements.filter((element) => !showsConfigVar(element, key));
    return elements.length === page.elements.length ? page : { ...page, elements };
  });
  return { ...integration, configPages, configVars };
}

/** Puts a variable at another place in the list, counted without it. */
export function moveConfigVar(integration: Integration, key: string, to: number): Integration {
  const from = integration.configVars.findIndex(hasKey(key));
  return withKept(integration, 'configVars', movedItem(integration.configVars, from, to));
}

/** Puts a copy of a variable after it, also on the pages that show it. */
export function duplicateConfigVar(integration: Integration, key: string): Integration {
  const index = integration.configVars.findIndex(hasKey(key));
  const original = integration.configVars[index];
  if (!original) return integration;
  const [added, copy] = inserted(integration, withoutIdentity(original), index + 1);
  const configPages = mapKept(added.configPages, (page) => {
    const at = page.elements.findIndex((element) => showsConfigVar(element, key));
    const shown = { type: 'configVar', value: copy };
    return at < 0 ? page : { ...page, elements: insertedAt(page.elements, at + 1, shown) };
  });
  return { ...added, configPages };
}

/** Whether an element of a page is a variable's place on it. */
export function showsConfigVar({ type, value }: ConfigElement, key: string): boolean {
  return type === 'configVar' && value === key;
}

function inserted(
  integration: Integration,
  configVar: ConfigVar,
  at: number,
): [integration: Integration, key: string] {
  const key = freeName(configVar.key, new Set(integration.configVars.map((one) => one.key)));
  const configVars = insertedAt(integration.configVars, at, withKept(configVar, 'key', key));
  return [{ ...integration, configVars }, key];
}

function hasKey(wanted: string): (configVar: ConfigVar) => boolean {
  return ({ key }) => key === wanted;
}
