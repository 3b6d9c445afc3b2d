/** Edits of config variables and of the pages that show them. */
import type { ConfigElement, ConfigPage, ConfigVar, Integration } from '#lib/model/integration.ts';
import { mapKept, withKept } from '#lib/model/mapKept.ts';
import { freeName } from '#lib/model/name.ts';

/** Adds a variable at the end, and shows it at the end of a page; a taken key gets a number. */
export function addConfigVar(integration: Integration, configVar: ConfigVar, page?: number): Integration {
  const keys = new Set(integration.configVars.map(({ key }) => key));
  const named = withKept(configVar, 'key', freeName(configVar.key, keys));
  const added = { ...integration, configVars: [...integration.configVars, named] };
  if (page === undefined) return added;
  return addElement(added, page, { type: 'configVar', value: named.key });
}

/** Changes one variable. Its key is for `renameConfigVar` to change. */
export function updateConfigVar(
  integration: Integration,
  key: string,
  change: (configVar: ConfigVar) => ConfigVar,
): Integration {
  const configVars = mapKept(integration.configVars, (one) => (one.key === key ? change(one) : one));
  return withKept(integration, 'configVars', configVars);
}

/** Removes a variable, also from its page. Inputs that use it are left: that is a problem, and says so. */
export function removeConfigVar(integration: Integration, key: string): Integration {
  const configPages = mapKept(integration.configPages, (page) => {
    const elements = page.elements.filter(({ type, value }) => !(type === 'configVar' && value === key));
    return elements.length === page.elements.length ? page : { ...page, elements };
  });
  return { ...integration, configPages, configVars: integration.configVars.filter((one) => one.key !== key) };
}

/** Puts a variable at another place in the list, counted without it. */
export function moveConfigVar(integration: Integration, key: string, to: number): Integration {
  const from = integration.configVars.findIndex((one) => one.key === key);
  return { ...integration, configVars: moved(integration.configVars, from, to) };
}

/** Adds a page at the end. */
export function addPage(integration: Integration, page: ConfigPage): Integration {
  return { ...integration, configPages: [...integration.configPages, page] };
}

/** Changes one page. */
export function updatePage(
  integration: Integration,
  index: number,
  change: (page: ConfigPage) => ConfigPage,
): Integration {
  const configPages = mapKept(integration.configPages, (page, at) => (at === index ? change(page) : page));
  return withKept(integration, 'configPages', configPages);
}

/** Removes a page; the variables it showed are on no page then. */
export function removePage(integration: Integration, index: number): Integration {
  return { ...integration, configPages: integration.configPages.toSpliced(index, 1) };
}

/** Puts a page at another place, counted without it. */
export function movePage(integration: Integration, from: number, to: number): Integration {
  return { ...integration, configPages: moved(integration.configPages, from, to) };
}

/** Adds an element to a page, at its end unless a place is given. */
export function addElement(
  integration: Integration,
  page: number,
  element: ConfigElement,
  at = Infinity,
): Integration {
  return updatePage(integration, page, (old) => ({
    ...old,
    elements: old.elements.toSpliced(at, 0, element),
  }));
}

/** Removes an element of a page; a variable it showed stays. */
export function removeElement(integration: Integration, page: number, index: number): Integration {
  return updatePage(integration, page, (old) => ({ ...old, elements: old.elements.toSpliced(index, 1) }));
}

/** Puts an element at another place, of its own page or another one; the place is counted without it. */
export function moveElement(
  integration: Integration,
  from: { page: number; index: number },
  to: { page: number; index: number },
): Integration {
  const element = integration.configPages[from.page]?.elements[from.index];
  if (!element || !integration.configPages[to.page]) return integration;
  return addElement(removeElement(integration, from.page, from.index), to.page, element, to.index);
}

function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  if (list[from] === undefined) return list;
  return list.toSpliced(from, 1).toSpliced(Math.max(0, to), 0, list[from]);
}
