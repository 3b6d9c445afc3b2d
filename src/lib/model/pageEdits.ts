/** Edits of config pages and of what stands on them. Pages are named by their index; their names may be the same. */
import type { ConfigElement, ConfigPage, Integration } from '#lib/model/integration.ts';
import { insertedAt, mapKept, movedItem, withKept } from '#lib/model/mapKept.ts';

/** A place on a page. */
export interface ElementPlace {
  page: number;
  index: number;
}

/** Adds a page, at the end unless a place is given. */
export function addPage(integration: Integration, page: ConfigPage, at = Infinity): Integration {
  return { ...integration, configPages: insertedAt(integration.configPages, at, page) };
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
  return withKept(integration, 'configPages', withoutIndex(integration.configPages, index));
}

/** Puts a page at another place, counted without it. */
export function movePage(integration: Integration, from: number, to: number): Integration {
  return withKept(integration, 'configPages', movedItem(integration.configPages, from, to));
}

/** Adds an element to a page, at its end unless a place is given. */
export function addElement(
  integration: Integration,
  page: number,
  element: ConfigElement,
  at = Infinity,
): Integration {
  return changeElements(integration, page, (elements) => insertedAt(elements, at, element));
}

/** Changes one element. */
export function updateElement(
  integration: Integration,
  { page, index }: ElementPlace,
  change: (element: ConfigElement) => ConfigElement,
): Integration {
  return changeElements(integration, page, (elements) =>
    mapKept(elements, (element, at) => (at === index ? change(element) : element)),
  );
}

/** Removes an element of a page; a variable it showed stays. */
export function removeElement(integration: Integration, { page, index }: ElementPlace): Integration {
  return changeElements(integration, page, (elements) => withoutIndex(elements, index));
}

/** Puts an element at another place, of its own page or another one; the place is counted without it. */
export function moveElement(integration: Integration, from: ElementPlace, to: ElementPlace): Integration {
  const element = integration.configPages[from.page]?.elements[from.index];
  if (!element || !integration.configPages[to.page]) return integration;
  if (from.page === to.page)
    return changeElements(integration, from.page, (elements) => movedItem(elements, from.index, to.index));
  return addElement(removeElement(integration, from), to.page, element, to.index);
}

function changeElements(
  integration: Integration,
  page: number,
  change: (elements: ConfigPage['elements']) => ConfigPage['elements'],
): Integration {
  return updatePage(integration, page, (old) => withKept(old, 'elements', change(old.elements)));
}

function withoutIndex<T>(list: readonly T[], index: number): readonly T[] {
  return list[index] === undefined ? list : list.toSpliced(index, 1);
}
