/** Changes of the config pages of a document, and of what stands on them. */
import { quoted, type Change, type Subject } from '#lib/model/diff/change.ts';
import { diffElements, type ConfigVarChanges } from '#lib/model/diff/diffElements.ts';
import { diffFields, type Fields } from '#lib/model/diff/diffFields.ts';
import { itemChange, orderChanges, renameChanges, type Naming } from '#lib/model/diff/listChanges.ts';
import { matchLists, share } from '#lib/model/diff/match.ts';
import type { Names } from '#lib/model/diff/names.ts';
import { elementKey } from '#lib/model/diff/elementKey.ts';
import type { ConfigPage, Integration } from '#lib/model/integration.ts';

type Pages = Integration['configPages'];

export function diffPages(before: Pages, after: Pages, configVars: ConfigVarChanges, names: Names): Change[] {
  const pages = matchLists(before, after, naming.nameOf, (one, other) => likeness(one, other, names));
  return [
    ...pages.removed.map((page) => itemChange('removed', page, naming)),
    ...pages.added.map((page) => itemChange('added', page, naming)),
    ...orderChanges(before, after, pages.pairs, naming),
    ...pages.pairs.flatMap((pair) => [
      ...renameChanges(pair, naming),
      ...diffFields(pair.before, pair.after, pageFields, subjectOf(pair.after), names),
    ]),
    ...diffElements(before, after, pages.pairs, configVars, names),
  ];
}

const naming: Naming<ConfigPage> = {
  label: 'Config page',
  noun: 'config page',
  nameOf: ({ name }) => name,
  placeOf: ({ name }) => ({ page: name }),
};

const pageFields: Fields<ConfigPage> = { tagline: { label: 'Tagline', noun: 'description' } };

function subjectOf({ name }: ConfigPage): Subject {
  return { phrase: `config page ${quoted(name)}`, place: { page: name } };
}

/** Pages are as alike as the elements on them. */
function likeness(before: ConfigPage, after: ConfigPage, names: Names): number {
  const earlier = new Set(before.elements.map((element) => elementKey(element, names)));
  const kept = after.elements.filter((element) => earlier.has(elementKey(element)));
  return share(kept.length, Math.max(before.elements.length, after.elements.length));
}
