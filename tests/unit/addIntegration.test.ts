import { describe, expect, it } from 'vitest';
import { stepsOnlyHere } from '#lib/builder/stepsOnlyHere.ts';
import { blankIntegration, triggersOf } from '#lib/library/blankIntegration.ts';
import { countWords } from '#lib/library/countWords.ts';
import type { Catalogue, CatalogueConnector } from '#lib/model/catalogue.ts';
import { emptyIntegration } from '#lib/model/newIntegration.ts';
import { branch, flow, loop, step, value } from '../support/build.ts';

function connector(
  key: string,
  action: string,
  kind: 'trigger' | 'action',
  onlyHere = false,
): CatalogueConnector {
  const actions = [{ key: action, label: action, description: '', kind, pure: true, inputs: [] }];
  return { key, label: key, description: '', family: 'logic', icon: '', onlyHere, actions };
}

const catalogue: Catalogue = {
  connectors: [
    connector('clock', 'schedule', 'trigger'),
    connector('http', 'get', 'action'),
    connector('hooks', 'webhook', 'trigger'),
    connector('outbox', 'send', 'action', true),
  ],
};

describe('a blank integration', () => {
  const [trigger] = triggersOf(catalogue);
  const blank = { name: ' ', description: ' why ', category: 'ERP ', labels: ['erp'] };

  it('offers every trigger there is, the webhook first', () => {
    expect(triggersOf(catalogue).map(({ action }) => action.key)).toEqual(['webhook', 'schedule']);
  });

  it('has a name when none was given, what was filled in, and one flow with the chosen trigger', () => {
    if (!trigger) throw new Error('no trigger');
    const made = blankIntegration({ ...blank, trigger }, catalogue);
    expect(made).toMatchObject({ name: 'Untitled integration', description: 'why', category: 'ERP' });
    expect(made.labels).toEqual(['erp']);
    expect(made.flows.map(({ trigger: { action } }) => action.key)).toEqual(['webhook']);
    expect(made.flows[0]?.steps).toEqual([]);
  });
});

describe('an integration in words', () => {
  const inner = step('Send', 'outbox/send');
  const integration = {
    ...emptyIntegration('Orders'),
    flows: [
      flow(loop('Each', value('[]'), inner), branch('Which', [], [step('Get', 'http/get')])),
      { ...flow(), name: 'Other' },
    ],
  };

  it('counts triggers and what stands inside loops and branches', () => {
    expect(countWords(integration)).toBe('2 flows, 6 steps, 0 config variables');
    expect(countWords({ ...integration, flows: [flow()] })).toBe('1 flow, 1 step, 0 config variables');
  });

  it('names the steps that only Sluice knows, however deep they stand', () => {
    expect(stepsOnlyHere(integration, catalogue)).toEqual(['Send (outbox)']);
    expect(stepsOnlyHere(emptyIntegration('None'), catalogue)).toEqual([]);
  });
});
