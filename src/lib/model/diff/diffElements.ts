/** Changes of what stands on config pages: config variables, texts, forms (format.md 1.3). */
import { quoted, type Change } from '#lib/model/diff/change.ts';
import { elementKey, variableOf } from '#lib/model/diff/elementKey.ts';
import { pairByName, type Pair } from '#lib/model/diff/match.ts';
import { movedIndices } from '#lib/model/diff/moved.ts';
import type { Names } from '#lib/model/diff/names.ts';
import { sameData } from '#lib/model/diff/same.ts';
import { dataText, shortTexts } from '#lib/model/diff/shortText.ts';
import type { ConfigElement, ConfigPage } from '#lib/model/integration.ts';

/** Keys of variables that came or went: that their elements did too needs no words. */
export interface ConfigVarChanges {
  added: ReadonlySet<string>;
  removed: ReadonlySet<string>;
}

/** An element on its page; an object of its own even where a document shares elements. */
interface Standing {
  element: ConfigElement;
  page: ConfigPage;
  /** The place of its page in the later document; absent when only one document has that page. */
  pageNumber?: number;
  /** Its place among all elements. */
  index: number;
}

export function diffElements(
  before: readonly ConfigPage[],
  after: readonly ConfigPage[],
  pages: readonly Pair<ConfigPage>[],
  configVars: ConfigVarChanges,
  names: Names,
): Change[] {
  const numbers = new Map(
    pages.flatMap((pair) => [pair.before, pair.after].map((page) => [page, after.indexOf(pair.after)])),
  );
  const earlier = standings(before, numbers);
  const later = standings(after, numbers);
  const keys = new Map([
    ...earlier.map((one): [Standing, string] => [one, placedKey(one, names)]),
    ...later.map((one): [Standing, string] => [one, placedKey(one)]),
  ]);
  const pairs = pairByName(earlier, later, (one) => keys.get(one) ?? '');
  const known = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  const isTold = (gone: ReadonlySet<string>) => (one: Standing) =>
    !known.has(one) && one.pageNumber !== undefined && !gone.has(variableOf(one.element) ?? '');
  return [
    ...diffLeft(earlier.filter(isTold(configVars.removed)), later.filter(isTold(configVars.added))),
    ...pairs.flatMap(({ before: was, after: is }) => diffExtras(was, is)),
    ...moves(pairs),
  ];
}

function standings(pages: readonly ConfigPage[], numbers: ReadonlyMap<ConfigPage, number>): Standing[] {
  const all = pages.flatMap((page) =>
    page.elements.map((element) => ({ element, page, pageNumber: numbers.get(page) })),
  );
  return all.map((one, index) => ({ ...one, index }));
}

/** A variable is the same wherever it stands; a text is only on its page. */
function placedKey({ element, pageNumber }: Standing, names?: Names): string {
  const key = elementKey(element, names);
  return variableOf(element) === undefined ? `${pageNumber} ${key}` : key;
}

/** What stands in one document only: another text in place of one is a change of it. */
function diffLeft(earlier: readonly Standing[], later: readonly Standing[]): Change[] {
  const rewritten = pairByName(earlier, later, ({ element, pageNumber }) =>
    variableOf(element) === undefined ? `${pageNumber} ${element.type}` : elementKey(element),
  );
  const told = new Set(rewritten.flatMap((pair) => [pair.before, pair.after]));
  return [
    ...earlier.filter((one) => !told.has(one)).map((one) => elementChange('removed', one)),
    ...later.filter((one) => !told.has(one)).map((one) => elementChange('added', one)),
    ...rewritten.map(({ before, after }) => ({
      ...elementChange('changed', after),
      ...textsOf(before, after),
    })),
  ];
}

function diffExtras(before: Standing, after: Standing): Change[] {
  return sameData(before.element.extra, after.element.extra) ? [] : [elementChange('changed', after)];
}

/** Between pages, and among what stayed on its page. */
function moves(pairs: readonly Pair<Standing>[]): Change[] {
  const pages = new Set(pairs.map(({ after }) => after.page));
  const onPages = Array.from(pages, (page) =>
    pairs.filter((pair) => pair.after.page === page && !changedPage(pair)),
  );
  return [...onPages.flatMap(reordered), ...pairs.filter(changedPage).map(({ after }) => movedToPage(after))];
}

function reordered(pairs: readonly Pair<Standing>[]): Change[] {
  const moved = movedIndices(pairs.map(({ before }) => before.index));
  return pairs.flatMap(({ after }, index) => (moved.has(index) ? [elementChange('moved', after)] : []));
}

function changedPage({ before, after }: Pair<Standing>): boolean {
  return before.pageNumber !== after.pageNumber || after.pageNumber === undefined;
}

function movedToPage({ element, page }: Standing): Change {
  const sentence = `${labelOf(element)} moved to config page ${quoted(page.name)}`;
  return { kind: 'moved', noun: 'element', sentence, place: placeOf(element, page) };
}

/** `moved on config page “Setup”`. */
const prepositions = { added: 'to', removed: 'from', changed: 'on', moved: 'on' } as const;

function elementChange(kind: keyof typeof prepositions, { element, page }: Standing): Change {
  const sentence = `${labelOf(element)} ${kind} ${prepositions[kind]} config page ${quoted(page.name)}`;
  return { kind, noun: 'element', sentence, place: placeOf(element, page) };
}

function labelOf(element: ConfigElement): string {
  const variable = variableOf(element);
  if (variable !== undefined) return `Config variable ${quoted(variable)}`;
  return element.type === 'htmlElement' ? 'Text' : element.type === 'jsonForm' ? 'Form' : 'Element';
}

function placeOf(element: ConfigElement, { name }: ConfigPage): Change['place'] {
  const variable = variableOf(element);
  return variable === undefined ? { page: name } : { page: name, configVar: variable };
}

function textsOf(before: Standing, after: Standing): Pick<Change, 'before' | 'after'> {
  return shortTexts(dataText(before.element.value), dataText(after.element.value));
}
