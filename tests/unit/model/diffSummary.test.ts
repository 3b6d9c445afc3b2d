import { describe, expect, it } from 'vitest';
import { diffIntegrations } from '#lib/model/diff.ts';
import { summarise } from '#lib/model/diff/summarise.ts';
import type { ConfigPage, ConfigVar, Flow, Integration, Step } from '#lib/model/integration.ts';
import { flow, step, value } from '../../support/build.ts';

const shop: Integration = {
  name: 'Shop',
  description: '',
  category: '',
  documentation: '',
  labels: [],
  configVars: [variable('Address'), variable('Limit')],
  configPages: [page('Setup', 'Address', 'Limit')],
  flows: [
    named('Order created', log('Log', 'new'), log('Tell', 'it')),
    named('Returns', step('Call', 'http/httpGet')),
  ],
};

describe('the summary of changes', () => {
  it.each<[string, Partial<Integration>, string]>([
    ['nothing', {}, ''],
    [
      'steps and a config variable',
      {
        configVars: [...shop.configVars, variable('Token')],
        configPages: [page('Setup', 'Address', 'Limit', 'Token')],
        flows: [
          named('Order created', log('Log', 'old'), log('Tell', 'it'), log('More', ''), log('Most', '')),
          shop.flows[1] as Flow,
        ],
      },
      'Order created: 2 steps added, 1 changed; 1 config variable added',
    ],
    [
      'a step that changed in several ways, once',
      {
        flows: [
          named(
            'Order created',
            { ...log('Log', 'old'), description: 'Ours', errorConfig: { maxAttempts: 1 } },
            log('Tell', 'it'),
          ),
          shop.flows[1] as Flow,
        ],
      },
      'Order created: 1 step changed',
    ],
    [
      'a step renamed and one removed',
      { flows: [named('Order created', log('Write', 'new')), shop.flows[1] as Flow] },
      'Order created: 1 step removed, 1 renamed',
    ],
    [
      'settings and trigger',
      {
        flows: [
          {
            ...(shop.flows[0] as Flow),
            isSynchronous: true,
            retryConfig: { maxAttempts: 1 },
            trigger: step('Trigger', 'schedule-triggers/schedule', { a: value('b') }),
          },
          shop.flows[1] as Flow,
        ],
      },
      'Order created: settings changed, trigger changed',
    ],
    [
      'flows that came and went',
      { flows: [shop.flows[0] as Flow, named('Refunds', log('Refund', 'x'))] },
      'Returns: flow removed; Refunds: flow added',
    ],
    ['flows in another order', { flows: shop.flows.toReversed() }, 'Returns: flow moved'],
    [
      'the document itself',
      {
        name: 'Store',
        description: 'x',
        labels: ['a'],
        endpointType: 'shared_instance',
        extra: { b: 1, c: 2 },
      },
      'integration renamed; description changed; labels changed; settings changed; other keys changed',
    ],
    [
      'config variables and pages',
      {
        configVars: [{ ...variable('Address'), defaultValue: 'x', orgOnly: true }],
        configPages: [page('Setup', 'Address'), page('Last')],
      },
      '1 config variable removed, 1 changed; 1 config page added',
    ],
  ])('of %s', (_what, change, expected) => {
    expect(summarise(diffIntegrations(shop, { ...shop, ...change }))).toBe(expected);
  });
});

function named(name: string, ...steps: Step[]): Flow {
  return { ...flow(...steps), name };
}

function log(name: string, message: string): Step {
  return step(name, 'log/writeLog', { message: value(message) });
}

function variable(key: string): ConfigVar {
  return { key, dataType: 'string', description: '' };
}

function page(name: string, ...keys: string[]): ConfigPage {
  return { name, tagline: '', elements: keys.map((key) => ({ type: 'configVar', value: key })) };
}
