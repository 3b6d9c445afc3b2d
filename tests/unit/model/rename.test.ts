import { describe, expect, it } from 'vitest';
import { stepNames } from '#lib/model/flow.ts';
import type { Flow, Input, Integration } from '#lib/model/integration.ts';
import { findStep } from '#lib/model/place.ts';
import { parsePath } from '#lib/model/reference.ts';
import type { Renaming } from '#lib/model/rename.ts';
import { renameConfigVar } from '#lib/model/renameConfigVar.ts';
import { renameFlow } from '#lib/model/renameFlow.ts';
import { renameStep } from '#lib/model/renameStep.ts';
import { branch, complex, configVar, flow, reference, step, template, value } from '../../support/build.ts';
import { integration, invoke, named, when } from '../../support/flows.ts';

/** A flow with a step `Get it` and another that has the given input. */
function using(input: Input, key = 'message'): Integration {
  return integration(flow(step('Get it', 'http/httpGet'), step('Use', 'a/b', { [key]: input })));
}

/** The input of the step `Use`. */
function used({ integration: { flows } }: Renaming, key = 'message'): Input | undefined {
  return flows[0] && findStep(flows[0], 'Use')?.inputs[key];
}

const fetchIt = (document: Integration) => renameStep(document, 'Flow', 'Get it', 'Fetch it');

describe('renaming a step rewrites', () => {
  it.each([
    ['getIt.results.a', 'fetchIt.results.a'],
    ['getIt', 'fetchIt'],
    ['getIt[0]["a.b"]', 'fetchIt[0]["a.b"]'],
    ["['getIt'].results", "['fetchIt'].results"],
    ['[ "getIt" ].results', '["fetchIt"].results'],
    ['[getIt].results', '[fetchIt].results'],
    ['getIt.results.getIt', 'fetchIt.results.getIt'],
    ['getItAgain.results', 'getItAgain.results'],
    ['other.results.getIt', 'other.results.getIt'],
    ['GetIt.results', 'GetIt.results'],
    ['', ''],
  ])('the head of the reference “%s”, and nothing else', (before, after) => {
    expect(used(fetchIt(using(reference(before))))).toEqual(reference(after));
  });

  it.each([
    [
      '{{$getIt.results}} and {{$ getIt.results["x y"] }}',
      '{{$fetchIt.results}} and {{$ fetchIt.results["x y"] }}',
    ],
    [
      'getIt.results {{getIt.results}} {{#getIt}} {{$getIt',
      'getIt.results {{getIt.results}} {{#getIt}} {{$getIt',
    ],
  ])('the placeholders of the template “%s”', (before, after) => {
    expect(used(fetchIt(using(template(before))))).toEqual(template(after));
  });

  it('rows, their names, and lists in lists', () => {
    const list = (head: string) =>
      complex({ ...value('x'), name: reference(`${head}.results`) }, complex(reference(`${head}.index`)));
    expect(used(fetchIt(using(list('getIt'))))).toEqual(list('fetchIt'));
  });

  it('conditions', () => {
    const choose = (head: string) =>
      branch('Choose', [{ lane: 'A', when: when('exists', reference(`${head}.results`)), steps: [] }]);
    const { integration: renamed, rewritten } = fetchIt(
      integration(flow(step('Get it', 'a/b'), choose('getIt'))),
    );
    expect(renamed.flows[0]?.steps[1]).toEqual(choose('fetchIt'));
    expect(rewritten).toBe(1);
  });

  it('what a trigger is asked for by its flow and, of the preprocess flow, by the integration', () => {
    const document = (name: string, head: string): Integration => ({
      ...integration({
        ...flow(),
        trigger: step(name, 'webhook-triggers/webhook'),
        retryConfig: { uniqueRequestIdField: reference(`${head}.results.body.data.id`) },
        queueConfig: { dedupeIdField: reference(`${head}.results.body.data.id`) },
      }),
      preprocessFlowName: 'Flow',
      externalCustomerIdField: reference(`${head}.results.a`),
      externalCustomerUserIdField: reference(`${head}.results.b`),
      flowNameField: reference(`${head}.results.c`),
    });
    const { integration: renamed, rewritten } = renameStep(
      document('Hook', 'hook'),
      'Flow',
      'Hook',
      'Order hook',
    );
    expect(renamed).toEqual(document('Order hook', 'orderHook'));
    expect(rewritten).toBe(5);
    const elsewhere = { ...document('Hook', 'hook'), preprocessFlowName: 'Another' };
    expect(renameStep(elsewhere, 'Flow', 'Hook', 'Order hook').integration.flowNameField).toBe(
      elsewhere.flowNameField,
    );
  });
});

describe('renaming a step leaves', () => {
  it('other flows alone, where a step may have the same name', () => {
    const document = integration(
      ...using(reference('getIt.results')).flows,
      named('Other', using(reference('getIt.results')).flows[0] as Flow),
    );
    const { integration: renamed } = fetchIt(document);
    expect(renamed.flows[1]).toBe(document.flows[1]);
    expect(stepNames(renamed.flows[0] as Flow)).toContain('Fetch it');
  });

  it('references alone when they spell the new name as the old one', () => {
    const document = using(reference('getIt.results'));
    const { integration: renamed, rewritten, mentions } = renameStep(document, 'Flow', 'Get it', 'get-IT');
    expect([rewritten, mentions]).toEqual([0, []]);
    expect(renamed.flows[0]?.steps[1]).toBe(document.flows[0]?.steps[1]);
  });

  it('references to another step that is spelled the same', () => {
    const document = integration(
      flow(
        step('Get it', 'a/b'),
        step('get-it', 'a/b'),
        step('Use', 'a/b', { message: reference('getIt.results') }),
      ),
    );
    expect(used(fetchIt(document))).toEqual(reference('getIt.results'));
  });
});

describe('the new name of a step', () => {
  it('gets a number when another step has it or is spelled the same, so that references stay clear', () => {
    const document = using(reference('getIt.results'));
    expect(renameStep(document, 'Flow', 'Get it', 'Use').name).toBe('Use 2');
    const renaming = renameStep(document, 'Flow', 'Get it', 'USE!');
    expect(renaming.name).toBe('USE! 2');
    expect(used(renaming)).toEqual(reference('use2.results'));
  });

  it('may have no letter that a reference can spell, and lose it again', () => {
    const renaming = renameStep(using(reference('getIt.results')), 'Flow', 'Get it', '取得');
    expect(used(renaming)).toEqual(reference('[""].results'));
    expect(parsePath('[""].results')).toEqual(['', 'results']);
    expect(used(renameStep(renaming.integration, 'Flow', '取得', 'Get it'))).toEqual(
      reference('getIt.results'),
    );
  });

  it.each<[string, (document: Integration) => Renaming, string]>([
    [
      'no such step',
      (document) => renameStep(document, 'Flow', 'Nobody', 'A'),
      'Flow “Flow” has no step “Nobody”.',
    ],
    [
      'no such flow',
      (document) => renameStep(document, 'Nowhere', 'Get it', 'A'),
      'Flow “Nowhere” has no step “Get it”.',
    ],
    ['no name', (document) => renameStep(document, 'Flow', 'Get it', '  '), 'A step needs a name.'],
    [
      'no such flow to rename',
      (document) => renameFlow(document, 'Nowhere', 'A'),
      'There is no flow “Nowhere”.',
    ],
    ['no name for a flow', (document) => renameFlow(document, 'Flow', ''), 'A flow needs a name.'],
    [
      'no such variable',
      (document) => renameConfigVar(document, 'Nothing', 'A'),
      'There is no config variable “Nothing”.',
    ],
  ])('is refused with a sentence: %s', (_why, rename, sentence) => {
    const document = using(value(''));
    expect(rename(document)).toMatchObject({ integration: document, rewritten: 0, refused: sentence });
  });
});

describe('renaming a flow rewrites', () => {
  const orders = (input: Input, key?: string) =>
    integration(named('Orders', flow()), ...using(input, key).flows);
  const rename = (document: Integration, to = 'New orders') => renameFlow(document, 'Orders', to);

  function usedBy({ integration: { flows } }: Renaming, key = 'message'): Input | undefined {
    return flows[1] && findStep(flows[1], 'Use')?.inputs[key];
  }

  it.each([
    ['t.results.webhookUrls.Orders', 'New orders', 't.results.webhookUrls.New orders'],
    ['t.results.webhookApiKeys.Orders[0]', 'New orders', 't.results.webhookApiKeys.New orders[0]'],
    ['t.results.webhookUrls["Orders"].x', 'New orders', 't.results.webhookUrls["New orders"].x'],
    ["t.results.webhookUrls['Orders']", "Bob's", "t.results.webhookUrls['Bob\\'s']"],
    ['t.results.webhookUrls[Orders]', 'New orders', 't.results.webhookUrls[New orders]'],
    ['t.results.webhookUrls.Orders.x', 'v1.2 [new]', 't.results.webhookUrls["v1.2 [new]"].x'],
    ['t.results.webhookUrls.Orders', ' "Spaced" ', 't.results.webhookUrls[" \\"Spaced\\" "]'],
    ['t.results.webhookUrls.Orders 2', 'New', 't.results.webhookUrls.Orders 2'],
    ['t.results.Orders', 'New', 't.results.Orders'],
    ['Orders.results.webhookUrls', 'New', 'Orders.results.webhookUrls'],
    ['webhookUrls.Orders', 'New', 'webhookUrls.Orders'],
    ['t.webhookUrls.webhookUrls.Orders', 'New', 't.webhookUrls.webhookUrls.Orders'],
  ])('the address “%s” for “%s”', (before, to, after) => {
    expect(usedBy(rename(orders(reference(before)), to))).toEqual(reference(after));
    expect(usedBy(rename(orders(template(`A{{$ ${before} }}B`)), to))).toEqual(template(`A{{$ ${after} }}B`));
    const key = before.includes('Orders') && after !== before ? to : undefined;
    if (key !== undefined) expect(parsePath(after)).toContain(key);
  });

  it('inputs that name it, of any connector, but not text that happens to be the same', () => {
    const document = integration(
      named('Orders', flow()),
      flow(
        invoke('Call', 'Orders'),
        step('Use', 'a/b', { flowName: template('Orders'), other: value('Orders') }),
      ),
    );
    const renaming = rename(document);
    expect(renaming.integration.flows[1]?.steps[0]?.inputs.flowName).toEqual(value('New orders'));
    expect(usedBy(renaming, 'flowName')).toEqual(template('New orders'));
    expect(usedBy(renaming, 'other')).toEqual(value('Orders'));
    expect(renaming.rewritten).toBe(2);
    const list = complex(value('Orders'));
    expect(usedBy(rename(orders(list, 'flowName')), 'flowName')).toBe(list);
  });

  it('the name of the preprocess flow', () => {
    const renaming = rename({ ...orders(value('')), preprocessFlowName: 'Orders' });
    expect([renaming.integration.preprocessFlowName, renaming.rewritten]).toEqual(['New orders', 1]);
  });

  it('itself with a number when the name is taken', () => {
    expect(rename(orders(value('')), 'Flow').integration.flows.map(({ name }) => name)).toEqual([
      'Flow 2',
      'Flow',
    ]);
  });

  it('nothing when a template would lose its placeholder by it', () => {
    const document = orders(template('{{$t.results.webhookUrls.Orders}}'));
    expect(rename(document, 'a}b')).toMatchObject({ integration: document, rewritten: 0 });
    expect(rename(document, 'a}b').refused).toMatch(/cannot stand in a template/);
    expect(rename(orders(reference('t.results.webhookUrls.Orders')), 'a}b').refused).toBeUndefined();
  });
});

describe('renaming a config variable rewrites', () => {
  const document: Integration = {
    ...integration({
      ...flow(
        step('Use', 'http/httpGet', {
          connection: configVar('API key'),
          url: template('{{# API key }}/{{#API key 2}}'),
          text: value('API key'),
        }),
        step('Rows', 'a/b', { rows: complex({ ...configVar('API key'), name: configVar('API key') }) }),
      ),
      trigger: {
        ...step('Trigger', 'schedule-triggers/schedule'),
        schedule: { cron: configVar('API key'), scheduleType: 'custom', timeZone: '' },
      },
    }),
    configVars: [
      { key: 'API key', dataType: 'string', description: '' },
      {
        key: 'Channel',
        dataType: 'picklist',
        description: '',
        dataSource: { connector: 'slack', key: 'selectChannels', version: 1, isPublic: true },
        inputs: { connection: configVar('API key') },
      },
    ],
    configPages: [
      {
        name: 'Page',
        tagline: '',
        elements: [
          { type: 'configVar', value: 'API key' },
          { type: 'htmlElement', value: 'API key' },
        ],
      },
    ],
  };
  const renaming = renameConfigVar(document, 'API key', 'Token');

  it('inputs, templates, schedules, data sources and pages', () => {
    const text = JSON.stringify(document)
      .replaceAll('"configVar","value":"API key"', '"configVar","value":"Token"')
      .replace('{{# API key }}', '{{# Token }}')
      .replace('"key":"API key"', '"key":"Token"');
    expect(renaming.integration).toEqual(JSON.parse(text));
    expect(renaming.rewritten).toBe(7);
  });

  it('itself with a number when the key is taken, and without spaces around it', () => {
    expect(renameConfigVar(document, 'API key', 'Channel').name).toBe('Channel 2');
    expect(renameConfigVar(document, 'API key', ' Token ').integration).toEqual(renaming.integration);
    expect(renameConfigVar(document, 'API key', 'API key ').integration).toBe(document);
  });

  it('nothing when a template would lose its placeholder by it', () => {
    expect(renameConfigVar(document, 'API key', 'a}b').refused).toMatch(/cannot stand in a template/);
  });
});
