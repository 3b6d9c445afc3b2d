/** Finds connectors and actions by what people type (ux.md D-22). */
import type { Catalogue, CatalogueAction, CatalogueConnector } from '#lib/model/catalogue.ts';

export interface FoundAction {
  connector: CatalogueConnector;
  action: CatalogueAction;
}

/** The best first; of equals those of the connectors that are used most, then the one that the catalogue has first. */
export interface Found {
  /** Those whose own name is meant. */
  connectors: readonly CatalogueConnector[];
  actions: readonly FoundAction[];
}

/**
 * What begins with the query comes first, then what has such a word: in the name of the action, of its connector, in its
 * synonyms, in what is said of it. Of several words each must be found. Case and accents do not matter; an empty query
 * finds everything.
 */
export function searchCatalogue(catalogue: Catalogue, query: string): Found {
  const asked = words(query);
  const { connectors, actions } = indexOf(catalogue);
  if (query.trim() === '') return { connectors: catalogue.connectors, actions: actions.map(foundOf) };
  if (asked === '') return { connectors: [], actions: [] };
  return {
    connectors: ranked(connectors, asked).map(({ connector }) => connector),
    actions: ranked(actions, asked).map(foundOf),
  };
}

/** What is looked through, the weightiest field first; each begins with a space, so that " x" is the start of a word. */
interface Searched {
  fields: readonly string[];
}

interface SearchedAction extends Searched, FoundAction {}

interface Index {
  connectors: readonly (Searched & { connector: CatalogueConnector })[];
  actions: readonly SearchedAction[];
}

/** Made once: a catalogue does not change, and every key that is typed asks again. */
const indexes = new WeakMap<Catalogue, Index>();

function indexOf(catalogue: Catalogue): Index {
  const known = indexes.get(catalogue);
  if (known) return known;
  const connectors = catalogue.connectors.toSorted((a, b) => placeOf(a) - placeOf(b));
  const index = {
    connectors: connectors.map((connector) => ({ connector, fields: [namesOf(connector)] })),
    actions: connectors.flatMap((connector) =>
      connector.actions.map((action) => ({ connector, action, fields: fieldsOf(connector, action) })),
    ),
  };
  indexes.set(catalogue, index);
  return index;
}

/** Keys of the connectors that real integrations use most, the most used first (ux.md 0.2). */
const mostUsed = ['loop', 'branch', 'webhook-triggers', 'http', 'log', 'collection-tools', 'code'];

function placeOf({ key }: CatalogueConnector): number {
  const place = mostUsed.indexOf(key);
  return place < 0 ? mostUsed.length : place;
}

function fieldsOf(connector: CatalogueConnector, action: CatalogueAction): string[] {
  const synonyms = (action.synonyms ?? []).map(words).join(' ');
  return [
    namesOf(action),
    namesOf(connector),
    ` ${synonyms}`,
    ` ${words(action.description)}`,
    ` ${words(connector.description)}`,
  ];
}

/** The label counts before the key, which is what a file says. */
function namesOf({ label, key }: { label: string; key: string }): string {
  return ` ${words(label)} ${words(key)}`;
}

function foundOf({ connector, action }: FoundAction): FoundAction {
  return { connector, action };
}

function ranked<T extends Searched>(searched: readonly T[], asked: string): T[] {
  return searched
    .map((one) => ({ one, rank: rankOf(one, asked) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ one }) => one);
}

/** Less than this is a rank of the query as a whole; each word of a query that is only found in parts counts on top. */
const WHOLE = 100;

function rankOf({ fields }: Searched, asked: string): number | undefined {
  const whole = rankOfWords(fields, asked);
  if (whole !== undefined) return whole;
  const ranks = asked.split(' ').map((word) => rankOfWords(fields, word));
  if (ranks.includes(undefined)) return undefined;
  return ranks.reduce<number>((sum, rank) => sum + (rank ?? 0), WHOLE);
}

/** 0 where the first field begins with the words, 1 where they stand inside it, 2 where the second begins with them… */
function rankOfWords(fields: readonly string[], asked: string): number | undefined {
  const start = ` ${asked}`;
  const field = fields.findIndex((text) => text.includes(start));
  if (field < 0) return undefined;
  return field * 2 + (fields[field]?.startsWith(start) ? 0 : 1);
}

/** Lower-case words without accents, one space between them; `httpGet` is two words. */
function words(text: string): string {
  return text
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
