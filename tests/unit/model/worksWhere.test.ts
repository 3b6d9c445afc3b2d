import { describe, expect, it } from 'vitest';
import type { CatalogueAction, CatalogueInput, Needs } from '#lib/model/catalogue.ts';
import { connectorWorksWhere, offlineCount, worksWhere, type Place } from '#lib/model/worksWhere.ts';

function connection(required: boolean): CatalogueInput {
  return { key: 'connection', type: 'connection', label: 'Connection', required };
}

function action(needs?: Needs, ...inputs: CatalogueInput[]): CatalogueAction {
  return { key: 'x', label: 'X', description: '', kind: 'action', pure: false, needs, inputs };
}

describe('where an action works', () => {
  it.each<[string, CatalogueAction, Place[]]>([
    ['without needs: offline', action(), ['offline']],
    ['with the network: with internet', action('network'), ['internet']],
    ['through a relay', action('relay'), ['relay']],
    ['never in a browser', action('never'), ['never']],
    [
      'with a connection it must have: with credentials',
      action('network', connection(true)),
      ['internet', 'credentials'],
    ],
    ['with a connection it may have: without them', action('network', connection(false)), ['internet']],
    ['never in a browser, whatever it is filled in with', action('never', connection(true)), ['never']],
  ])('%s', (_, one, places) => {
    expect(worksWhere(one)).toEqual(places);
  });
});

describe('where a connector works', () => {
  it('is where any of its actions does, in one order', () => {
    const actions = [action('relay', connection(true)), action('network'), action()];
    expect(connectorWorksWhere({ actions })).toEqual(['offline', 'internet', 'relay', 'credentials']);
  });

  it('is nowhere only when none of its actions works in a browser', () => {
    expect(connectorWorksWhere({ actions: [action('never'), action()] })).toEqual(['offline']);
    expect(connectorWorksWhere({ actions: [action('never'), action('never')] })).toEqual(['never']);
  });

  it('counts the actions that work offline', () => {
    expect(offlineCount({ actions: [action(), action('network'), action()] })).toBe(2);
  });
});
