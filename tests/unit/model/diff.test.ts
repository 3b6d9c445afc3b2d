import { describe, expect, it } from 'vitest';
import { diffIntegrations } from '#lib/model/diff.ts';
import type {
  Branch,
  ConfigPage,
  ConfigVar,
  Flow,
  Input,
  Integration,
  NamedInput,
  Step,
} from '#lib/model/integration.ts';
import {
  branch,
  complex,
  configVar,
  flow,
  loop,
  reference,
  step,
  template,
  value,
} from '../../support/build.ts';

const shop: Integration = {
  name: 'Shop',
  description: 'Sells things.',
  category: '',
  documentation: '',
  labels: [],
  configVars: [
    variable('Shop address', { defaultValue: 'https://shop.test' }),
    variable('Limit', { dataType: 'number', defaultValue: '5' }),
    variable('Region', { dataType: 'picklist', pickList: ['north', 'south'] }),
  ],
  configPages: [
    page('Configuration', text('<h3>Welcome</h3>'), shown('Shop address'), shown('Limit')),
    page('More', shown('Region')),
  ],
  flows: [
    named(
      'Order created',
      step('Get order', 'http/httpGet', {
        url: template('{{#Shop address}}/orders/{{$trigger.results.id}}'),
      }),
      branch(
        'In stock?',
        [
          {
            lane: 'In stock',
            when: when('getOrder.results.stock'),
            steps: [note('Reserve', 'getOrder.results.id')],
          },
          { lane: 'Back order', when: when('getOrder.results.later'), steps: [] },
        ],
        [note('Say no', 'getOrder.results.mail')],
      ),
      loop('Each item', reference('getOrder.results.items'), note('Pack', 'eachItem.currentItem')),
      step('Pause', 'sleep/sleep', { ms: value('10') }),
      note('Done', 'getOrder.results.id'),
    ),
    named('Returns', note('Log return', 'trigger.results.id')),
    named(
      'Nightly',
      step('Call', 'http/httpPost', {
        url: reference('trigger.results.webhookUrls.Returns'),
        data: configVar('Shop address'),
      }),
    ),
  ],
};

type Row = [what: string, edit: (before: Integration) => Integration, sentences: string[]];

describe('the sentences of a diff', () => {
  it.each<Row>([
    ['nothing', (before) => structuredClone(before), []],
    ['a comment', (before) => ({ ...before, written: { name: { before: ' mine' } } }), []],
    [
      'a comment at an input',
      (before) => setPause(before, { ...value('10'), written: { value: { style: 'double' } } }),
      [],
    ],
    ['the name', (before) => ({ ...before, name: 'Store' }), ['Integration renamed from “Shop” to “Store”']],
    ['the description', (before) => ({ ...before, description: '' }), ['Description changed']],
    [
      'category and labels',
      (before) => ({ ...before, category: 'Demo', labels: ['a'] }),
      ['Category changed', 'Labels changed'],
    ],
    ['the documentation', (before) => ({ ...before, documentation: '# Notes' }), ['Documentation changed']],
    ['a setting', (before) => ({ ...before, endpointType: 'flow_specific' }), ['Endpoint type changed']],
    [
      'an unknown key',
      (before) => ({ ...before, extra: { colour: 'red' } }),
      ['Key “colour” of the integration added'],
    ],
  ])('tell of the document itself: %s', told);

  it.each<Row>([
    ['added', flows((all) => [...all, named('Refunds')]), ['Flow “Refunds” added']],
    ['removed', flows((all) => all.slice(1)), ['Flow “Order created” removed']],
    [
      'moved',
      flows(([first, ...rest]) => [...rest, first as Flow]),
      ['Flow “Order created” moved after “Nightly”'],
    ],
    ['moved to the start', flows(([a, b, c]) => [c, a, b] as Flow[]), ['Flow “Nightly” moved to the start']],
    [
      'renamed, with a call that follows',
      (before) => renamedFlow(before, 'Returns', 'Refunds'),
      ['Flow “Returns” renamed to “Refunds”'],
    ],
    [
      'its settings',
      inFlow((it) => ({ ...it, isSynchronous: true, retryConfig: { maxAttempts: 2 }, description: 'Ours' })),
      [
        'Description of flow “Order created” changed',
        'Synchronous answer of flow “Order created” changed',
        'Retries of flow “Order created” changed',
      ],
    ],
    [
      'an unknown key',
      inFlow((it) => ({ ...it, extra: { isAgentFlow: true } })),
      ['Key “isAgentFlow” of flow “Order created” added'],
    ],
    [
      'its trigger',
      inFlow((it) => ({ ...it, trigger: step('Trigger', 'schedule-triggers/schedule') })),
      ['Trigger of flow “Order created” changed'],
    ],
    [
      'the name of its trigger, with references that follow',
      inFlow((it) => ({
        ...it,
        trigger: { ...it.trigger, name: 'New order' },
        steps: it.steps.with(0, {
          ...(it.steps[0] as Step),
          inputs: { url: template('{{#Shop address}}/orders/{{$newOrder.results.id}}') },
        }),
      })),
      ['Trigger “Trigger” renamed to “New order”'],
    ],
    [
      'its schedule',
      inFlow((it) => ({
        ...it,
        trigger: {
          ...it.trigger,
          schedule: { cron: value('0 * * * *'), scheduleType: 'hour', timeZone: '' },
        },
      })),
      ['Schedule of “Trigger” changed'],
    ],
  ])('tell of flows: %s', told);

  it.each<Row>([
    ['added at the end', steps((all) => [...all, step('Extra', 'log/writeLog')]), ['Step “Extra” added']],
    [
      'added in a lane',
      lane('In stock', (all) => [...all, step('Reserve stock', 'http/httpPost')]),
      ['Step “Reserve stock” added in lane “In stock” of “In stock?”'],
    ],
    [
      'added in a loop',
      body((all) => [...all, step('Extra', 'log/writeLog')]),
      ['Step “Extra” added in “Each item”'],
    ],
    ['removed', steps((all) => all.filter(({ name }) => name !== 'Pause')), ['Step “Pause” removed']],
    [
      'removed from a lane',
      lane('In stock', () => []),
      ['Step “Reserve” removed from lane “In stock” of “In stock?”'],
    ],
    [
      'moved to the start',
      steps((all) => [all[4], ...all.slice(0, 4)] as Step[]),
      ['Step “Done” moved to the start'],
    ],
    [
      'moved down',
      steps(([a, b, c, d, e]) => [a, c, d, e, b] as Step[]),
      ['Step “In stock?” moved after “Done”'],
    ],
    [
      'moved into a loop',
      (before) =>
        body((all) => [...all, stepOf(before, 'Pause')])(
          steps((all) => all.filter(({ name }) => name !== 'Pause'))(before),
        ),
      ['Step “Pause” moved into “Each item”'],
    ],
    [
      'moved into a lane',
      (before) =>
        lane('Back order', () => [stepOf(before, 'Pause')])(
          steps((all) => all.filter(({ name }) => name !== 'Pause'))(before),
        ),
      ['Step “Pause” moved into lane “Back order” of “In stock?”'],
    ],
    [
      'taken out of its loop',
      steps((all) => [
        ...all.filter(({ name }) => name !== 'Each item'),
        note('Pack', 'eachItem.currentItem'),
      ]),
      ['Step “Each item” removed', 'Step “Pack” moved out of “Each item”'],
    ],
    [
      'renamed, with references that follow',
      (before) => renamedStep(before, 'Get order', 'Fetch the order', 'fetchTheOrder'),
      ['Step “Get order” renamed to “Fetch the order”'],
    ],
    [
      'a loop renamed, with references inside it',
      body(() => [note('Pack', 'everyItem.currentItem')], 'Every item'),
      ['Step “Each item” renamed to “Every item”'],
    ],
    [
      'another in its place',
      steps((all) =>
        all.map((one) =>
          one.name === 'Pause' ? step('Wait', 'log/writeLog', { message: value('x') }) : one,
        ),
      ),
      ['Step “Pause” removed', 'Step “Wait” added'],
    ],
    [
      'an input changed',
      steps((all) =>
        all.map((one) => (one.name === 'Pause' ? step('Pause', 'sleep/sleep', { ms: value('20') }) : one)),
      ),
      ['Input “ms” of “Pause” changed'],
    ],
    [
      'inputs added and removed',
      steps((all) =>
        all.map((one) => (one.name === 'Pause' ? step('Pause', 'sleep/sleep', { unit: value('s') }) : one)),
      ),
      ['Input “unit” of “Pause” added', 'Input “ms” of “Pause” removed'],
    ],
    [
      'another action',
      steps((all) =>
        all.map((one) => (one.name === 'Pause' ? step('Pause', 'sleep/nap', { ms: value('10') }) : one)),
      ),
      ['Action of “Pause” changed'],
    ],
    [
      'another version',
      inStep('Pause', (one) => ({ ...one, action: { ...one.action, version: 7 } })),
      ['Connector version of “Pause” changed'],
    ],
    [
      'handling of errors and an unknown key',
      inStep('Pause', (one) => ({
        ...one,
        errorConfig: { errorHandlerType: 'ignore' },
        extra: { stableKey: 'p' },
      })),
      ['Error handling of “Pause” changed', 'Key “stableKey” of “Pause” added'],
    ],
  ])('tell of steps: %s', told);

  it.each<Row>([
    [
      'added, with its condition',
      lanes((all, rows) => [
        [all[0], { name: 'Soon', steps: [] }, ...all.slice(1)],
        [rows[0], { ...complex(...when('getOrder.results.soon')), name: 'Soon' }, rows[1]],
      ]),
      ['Lane “Soon” of “In stock?” added'],
    ],
    [
      'removed, with its condition',
      lanes((all, rows) => [[all[0], all[2]], [rows[0]]]),
      ['Lane “Back order” of “In stock?” removed'],
    ],
    [
      'renamed, in its condition too',
      lanes((all, rows) => [
        [{ ...all[0], name: 'There' }, all[1], all[2]],
        [{ ...rows[0], name: 'There' }, rows[1]],
      ]),
      ['Lane “In stock” of “In stock?” renamed to “There”'],
    ],
    [
      'reordered',
      lanes((all, rows) => [
        [all[1], all[0], all[2]],
        [rows[1], rows[0]],
      ]),
      ['Lane “Back order” of “In stock?” moved'],
    ],
    [
      'another condition',
      lanes((all, rows) => [
        all,
        [rows[0], { ...complex(...when('getOrder.results.soon')), name: 'Back order' }],
      ]),
      ['Condition of lane “Back order” of “In stock?” changed'],
    ],
    [
      'conditions that no lane has',
      lanes((all, rows) => [all, [...rows, { ...value(''), name: 'Lost' }]]),
      ['Input “conditions” of “In stock?” changed'],
    ],
    [
      'conditions in another order than the lanes',
      lanes((all, rows) => [all, [rows[1], rows[0]]]),
      ['Input “conditions” of “In stock?” changed'],
    ],
  ])('tell of lanes: %s', told);

  it.each<Row>([
    [
      'added, with its place on a page',
      (before) => ({
        ...before,
        configVars: [...before.configVars, variable('Token')],
        configPages: before.configPages.with(1, page('More', shown('Region'), shown('Token'))),
      }),
      ['Config variable “Token” added'],
    ],
    ['removed', variables((all) => all.slice(1)), ['Config variable “Shop address” removed']],
    [
      'reordered',
      variables(([a, b, c]) => [c, a, b] as ConfigVar[]),
      ['Config variable “Region” moved to the start'],
    ],
    [
      'renamed, with all that names it',
      (before) => JSON.parse(JSON.stringify(before).replaceAll('Shop address', 'Base URL')) as Integration,
      ['Config variable “Shop address” renamed to “Base URL”'],
    ],
    [
      'changed',
      variables((all) =>
        all.with(0, variable('Shop address', { defaultValue: 'https://other.test', orgOnly: true })),
      ),
      [
        'Default value of config variable “Shop address” changed',
        'Who sets it of config variable “Shop address” changed',
      ],
    ],
    [
      'moved to another page',
      pages(([one, two]) => [
        page('Configuration', ...(one?.elements.slice(0, 2) ?? [])),
        page('More', ...(two?.elements ?? []), shown('Limit')),
      ]),
      ['Config variable “Limit” moved to config page “More”'],
    ],
    [
      'moved on its page',
      pages(([one, two]) => [
        page('Configuration', ...[1, 2, 0].map((at) => one?.elements[at] as ConfigPage['elements'][0])),
        two as ConfigPage,
      ]),
      ['Text moved on config page “Configuration”'],
    ],
    [
      'taken off its page',
      pages(([one]) => [one as ConfigPage, page('More')]),
      ['Config variable “Region” removed from config page “More”'],
    ],
  ])('tell of config variables: %s', told);

  it.each<Row>([
    ['added', pages((all) => [...all, page('Last')]), ['Config page “Last” added']],
    ['removed', pages((all) => all.slice(0, 1)), ['Config page “More” removed']],
    [
      'renamed',
      pages(([one, two]) => [{ ...(one as ConfigPage), name: 'Setup' }, two as ConfigPage]),
      ['Config page “Configuration” renamed to “Setup”'],
    ],
    [
      'reordered',
      pages(([one, two]) => [two, one] as ConfigPage[]),
      ['Config page “More” moved to the start'],
    ],
    [
      'another tagline',
      pages(([one, two]) => [{ ...(one as ConfigPage), tagline: 'First' }, two as ConfigPage]),
      ['Tagline of config page “Configuration” changed'],
    ],
    [
      'another text',
      pages(([one, two]) => [
        page('Configuration', text('<p>Hi</p>'), ...(one?.elements.slice(1) ?? [])),
        two as ConfigPage,
      ]),
      ['Text changed on config page “Configuration”'],
    ],
    [
      'a text more',
      pages(([one, two]) => [one as ConfigPage, page('More', ...(two?.elements ?? []), text('Bye'))]),
      ['Text added to config page “More”'],
    ],
  ])('tell of config pages: %s', told);
});

describe('a change', () => {
  it('says where it is and what it was, in texts that fit on a line', () => {
    const [change] = diffIntegrations(shop, setPause(shop, value(`${'x'.repeat(200)} end`)));
    expect(change).toMatchObject({
      kind: 'changed',
      noun: 'input',
      place: { flow: 'Order created', step: 'Pause', input: 'ms' },
      before: '10',
    });
    expect(change?.after).toMatch(/^x{120}…$/);
  });

  it('shows long texts from where they begin to differ', () => {
    const long = (end: string) => setPause(shop, value(`${'x'.repeat(500)}${end}`));
    expect(diffIntegrations(long('one'), long('two'))[0]).toMatchObject({
      before: expect.stringMatching(/^…x{30}one$/) as string,
      after: expect.stringMatching(/^…x{30}two$/) as string,
    });
  });

  it('of a condition reads like a sentence', () => {
    const [change] = diffIntegrations(
      shop,
      lanes((all, rows) => [
        all,
        [
          {
            ...complex(
              'or',
              ['equal', reference('a.results'), value('1')],
              ['isTrue', reference('b.results')],
            ),
            name: 'In stock',
          },
          rows[1],
        ],
      ])(shop),
    );
    expect(change?.after).toBe('(a.results equal 1 or b.results isTrue)');
  });

  it('of a connection never shows what it holds', () => {
    const connection = (password: string): Integration => ({
      ...shop,
      configVars: [variable('Login', { dataType: 'connection', inputs: { password: value(password) } })],
    });
    const changes = diffIntegrations(connection('first secret'), connection('second secret'));
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      'Input “password” of config variable “Login” changed',
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/secret/);
  });
});

describe('names that follow a rename', () => {
  it('do not hide that a reference points somewhere else now', () => {
    const renamed = renamedStep(shop, 'Get order', 'Fetch the order', 'fetchTheOrder');
    const bent = JSON.parse(
      JSON.stringify(renamed).replace('fetchTheOrder.results.mail', 'fetchTheOrder.results.phone'),
    ) as Integration;
    expect(sentences(shop, bent)).toEqual([
      'Step “Get order” renamed to “Fetch the order”',
      'Input “message” of “Say no” changed',
    ]);
  });

  it('are found although an input changed too, and not where most of it did', () => {
    const asking = (name: string, url: string, timeout: string): Integration => ({
      ...shop,
      flows: [
        named(
          'Flow',
          step(name, 'http/httpGet', {
            url: value(url),
            timeout: value(timeout),
            responseType: value('json'),
          }),
        ),
      ],
    });
    expect(sentences(asking('Ask', 'a', '1'), asking('Look up', 'b', '1'))).toEqual([
      'Step “Ask” renamed to “Look up”',
      'Input “url” of “Look up” changed',
    ]);
    expect(sentences(asking('Ask', 'a', '1'), asking('Look up', 'b', '2'))).toEqual([
      'Step “Ask” removed',
      'Step “Look up” added',
    ]);
  });

  it('hold for a whole flow of renamed steps that refer to each other', () => {
    const chain = (word: string, head: string): Integration => ({
      ...shop,
      flows: [
        named(
          'Flow',
          note(`${word} 1`, 'trigger.results.a'),
          loop(`${word} 2`, reference(`${head}1.results`), note(`${word} 3`, `${head}2.currentItem`)),
          note(`${word} 4`, `${head}3.results`),
        ),
      ],
    });
    expect(sentences(chain('Step', 'step'), chain('Stage', 'stage'))).toEqual(
      [1, 2, 3, 4].map((number) => `Step “Step ${number}” renamed to “Stage ${number}”`),
    );
  });

  it('hold for the plain name in flowName, and there only', () => {
    const calling = (name: string, message: string): Integration => ({
      ...shop,
      flows: [
        named(name, note('Log return', 'trigger.results.id')),
        named(
          'Caller',
          step('Start', 'cross-flow/invokeFlow', { flowName: value(name), data: value(message) }),
        ),
      ],
    });
    expect(sentences(calling('Returns', 'Returns'), calling('Refunds', 'Refunds'))).toEqual([
      'Flow “Returns” renamed to “Refunds”',
      'Input “data” of “Start” changed',
    ]);
  });

  it('hold for the steps of the preprocess flow in the fields of the document', () => {
    const routed = (name: string, head: string): Integration => ({
      ...shop,
      preprocessFlowName: 'Route',
      externalCustomerIdField: reference(`${head}.results.id`),
      flows: [{ ...named('Route'), trigger: step(name, 'webhook-triggers/webhook') }],
    });
    expect(sentences(routed('Inbox', 'inbox'), routed('Front door', 'frontDoor'))).toEqual([
      'Trigger “Inbox” renamed to “Front door”',
    ]);
  });
});

describe('hostile documents', () => {
  it('may name things like the properties that every object has', () => {
    const odd = (constructor: string): Integration => ({
      ...shop,
      extra: JSON.parse(`{"__proto__": 1, "toString": "${constructor}"}`) as Record<string, unknown>,
      flows: [named('__proto__', step('constructor', 'a/b', { constructor: value(constructor) }))],
    });
    expect(sentences(odd('1'), odd('2'))).toEqual([
      'Key “toString” of the integration changed',
      'Input “constructor” of “constructor” changed',
    ]);
    expect(sentences(shop, odd('1'))).toContain('Key “__proto__” of the integration added');
  });

  it('may use one name for several steps', () => {
    const twice = (...messages: string[]): Integration => ({
      ...shop,
      flows: [
        named('Flow', ...messages.map((message) => step('Log', 'log/writeLog', { message: value(message) }))),
      ],
    });
    expect(sentences(twice('a', 'b'), twice('a', 'c'))).toEqual(['Input “message” of “Log” changed']);
    expect(sentences(twice('a', 'b'), twice('a'))).toEqual(['Step “Log” removed']);
  });
});

function told(_what: string, edit: (before: Integration) => Integration, expected: string[]): void {
  expect(sentences(shop, edit(shop))).toEqual(expected);
}

function sentences(before: Integration, after: Integration): string[] {
  return diffIntegrations(before, after).map(({ sentence }) => sentence);
}

function named(name: string, ...all: Step[]): Flow {
  return { ...flow(...all), name };
}

function note(name: string, path: string): Step {
  return step(name, 'log/writeLog', { message: reference(path) });
}

function when(path: string): ['and', ['isTrue', Input]] {
  return ['and', ['isTrue', reference(path)]];
}

function variable(key: string, more: Partial<ConfigVar> = {}): ConfigVar {
  return { key, dataType: 'string', description: '', ...more };
}

function page(name: string, ...elements: ConfigPage['elements']): ConfigPage {
  return { name, tagline: '', elements };
}

function shown(key: string): ConfigPage['elements'][0] {
  return { type: 'configVar', value: key };
}

function text(html: string): ConfigPage['elements'][0] {
  return { type: 'htmlElement', value: html };
}

type Edit = (before: Integration) => Integration;

function flows(change: (all: readonly Flow[]) => Flow[]): Edit {
  return (before) => ({ ...before, flows: change(before.flows) });
}

function inFlow(change: (it: Flow) => Flow): Edit {
  return flows(([first, ...rest]) => [change(first as Flow), ...rest]);
}

function steps(change: (all: readonly Step[]) => Step[]): Edit {
  return inFlow((it) => ({ ...it, steps: change(it.steps) }));
}

function inStep(name: string, change: (one: Step) => Step): Edit {
  return steps((all) => all.map((one) => (one.name === name ? change(one) : one)));
}

function stepOf({ flows: [first] }: Integration, name: string): Step {
  return first?.steps.find((one) => one.name === name) as Step;
}

function body(change: (all: readonly Step[]) => Step[], name = 'Each item'): Edit {
  return inStep('Each item', (one) => ({ ...one, name, steps: change(one.steps ?? []) }));
}

function lane(name: string, change: (all: readonly Step[]) => Step[]): Edit {
  return inStep('In stock?', (one) => ({
    ...one,
    branches: one.branches?.map((it) => (it.name === name ? { ...it, steps: change(it.steps) } : it)),
  }));
}

/** Changes the lanes of the branch in `shop`, and the rows of its conditions. */
function lanes(
  change: (all: [Branch, Branch, Branch], rows: [NamedInput, NamedInput]) => [Branch[], NamedInput[]],
): Edit {
  return inStep('In stock?', (one) => {
    const { conditions } = one.inputs;
    const rows = conditions?.type === 'complex' ? conditions.value : [];
    const [branches, changed] = change(
      [...(one.branches ?? [])] as [Branch, Branch, Branch],
      [...rows] as [NamedInput, NamedInput],
    );
    return { ...one, branches, inputs: { conditions: complex(...changed) } };
  });
}

function variables(change: (all: readonly ConfigVar[]) => ConfigVar[]): Edit {
  return (before) => ({ ...before, configVars: change(before.configVars) });
}

function pages(change: (all: readonly ConfigPage[]) => ConfigPage[]): Edit {
  return (before) => ({ ...before, configPages: change(before.configPages) });
}

function setPause(before: Integration, ms: Input): Integration {
  return inStep('Pause', (one) => ({ ...one, inputs: { ms } }))(before);
}

function renamedStep(before: Integration, from: string, to: string, head: string): Integration {
  return JSON.parse(
    JSON.stringify(before).replaceAll(`"${from}"`, `"${to}"`).replaceAll('getOrder', head),
  ) as Integration;
}

function renamedFlow(before: Integration, from: string, to: string): Integration {
  const renamed = JSON.stringify(before).replaceAll(`"${from}"`, `"${to}"`);
  return JSON.parse(renamed.replaceAll(`webhookUrls.${from}`, `webhookUrls.${to}`)) as Integration;
}
