import { describe, expect, it } from 'vitest';
import type { Catalogue, CatalogueAction, CatalogueConnector } from '#lib/model/catalogue.ts';
import { searchCatalogue } from '#lib/model/searchCatalogue.ts';
import { catalogue as real } from '#lib/state/catalogue.ts';

function action(key: string, label: string, more: Partial<CatalogueAction> = {}): CatalogueAction {
  return { key, label, description: '', kind: 'action', pure: true, inputs: [], ...more };
}

function connector(key: string, label: string, ...actions: CatalogueAction[]): CatalogueConnector {
  return { key, label, description: '', family: 'data', icon: 'braces', onlyHere: false, actions };
}

const small: Catalogue = {
  connectors: [
    connector('a', 'Archive', action('pack', 'Pack files', { description: 'Makes a zip of files.' })),
    connector('b', 'Bundles', action('squeeze', 'Squeeze', { synonyms: ['zip', 'compress'] })),
    connector('c', 'Zip', action('list', 'List entries')),
    connector('d', 'Diary', action('keep', 'Keep a zip')),
    connector('e', 'Envelopes', action('zipUp', 'Zip up')),
    connector('f', 'Café', action('brew', 'Brew crème')),
  ],
};

function labels(catalogue: Catalogue, query: string): string[] {
  return searchCatalogue(catalogue, query).actions.map(({ action: { label } }) => label);
}

function first(query: string): string | undefined {
  const [found] = searchCatalogue(real, query).actions;
  return found && `${found.connector.key}/${found.action.key}`;
}

describe('a search of the catalogue', () => {
  it('puts the start of an action’s name before the rest of it, its connector, synonyms and description', () => {
    expect(labels(small, 'zip')).toEqual(['Zip up', 'Keep a zip', 'List entries', 'Squeeze', 'Pack files']);
  });

  it('finds connectors by their own names only', () => {
    expect(searchCatalogue(small, 'zip').connectors.map(({ key }) => key)).toEqual(['c']);
  });

  it.each(['CAFE', 'café', ' cafe '])('ignores case, accents and space around it: %j', (query) => {
    expect(labels(small, query)).toEqual(['Brew crème']);
  });

  it('finds the start of words, not what stands inside them', () => {
    expect(labels(small, 'queeze')).toEqual([]);
  });

  it('wants every word of several, wherever each is', () => {
    expect(labels(small, 'envelopes zip')).toEqual(['Zip up']);
    expect(labels(small, 'envelopes squeeze')).toEqual([]);
  });

  it('knows keys as files have them', () => {
    expect(labels(small, 'zipUp')).toEqual(['Zip up']);
  });

  it('finds everything when nothing is asked, and nothing for signs alone', () => {
    expect(labels(small, '  ')).toHaveLength(6);
    expect(searchCatalogue(small, '')).toMatchObject({ connectors: small.connectors });
    expect(searchCatalogue(small, '?!')).toEqual({ connectors: [], actions: [] });
  });

  it.each(['(', '\\', '[q-', '__proto__', 'constructor', '\u0000'])('takes %j for text', (query) => {
    expect(labels(small, query)).toEqual([]);
  });

  it.each([
    ['get', 'http/httpGet'],
    ['get request', 'http/httpGet'],
    ['http get', 'http/httpGet'],
    ['if', 'branch/branchOnExpression'],
    ['webhook', 'webhook-triggers/webhook'],
  ])('of the real catalogue puts first for %j: %s', (query, wanted) => {
    expect(first(query)).toBe(wanted);
  });

  // ux.md D-22: the words that have to lead somewhere.
  const words =
    'if switch foreach map wait sleep print console curl request api parse csv excel hash sign secret table cache stop error retry email slack date uuid';

  it.each(words.split(' '))('of the real catalogue finds something for %j', (word) => {
    expect(labels(real, word)).not.toEqual([]);
  });
});
