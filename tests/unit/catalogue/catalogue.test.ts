import { describe, expect, it } from 'vitest';
import { byFamily, filterOf, showsAction, showsConnector } from '#lib/catalogue/catalogueFilter.ts';
import { connectionRows, inputRows } from '#lib/catalogue/fieldRows.ts';
import { gridMove } from '#lib/catalogue/gridMove.ts';
import { insertPlaces } from '#lib/catalogue/insertPlaces.ts';
import { shapeParts, shapeWords } from '#lib/catalogue/shapeWords.ts';
import { useAction, useTrigger } from '#lib/catalogue/useAction.ts';
import { usesOf } from '#lib/catalogue/usedIn.ts';
import { whyNotTried } from '#lib/catalogue/whyNotTried.ts';
import { findAction, type CatalogueAction, type Needs } from '#lib/model/catalogue.ts';
import { emptyIntegration } from '#lib/model/newIntegration.ts';
import type { Shape } from '#lib/model/shape.ts';
import { catalogue } from '#lib/state/catalogue.ts';
import { branch, flow, loop, object, step, value } from '../../support/build.ts';

function found(connector: string, action: string) {
  const both = findAction(catalogue, connector, action);
  if (!both) throw new Error(`There is no ${connector}/${action}.`);
  return both;
}

function needing(...needs: (Needs | undefined)[]) {
  const actions = needs.map((one, index): CatalogueAction => ({
    key: `a${index}`,
    label: 'A',
    description: '',
    kind: 'action',
    pure: true,
    inputs: [],
    needs: one,
  }));
  return {
    key: 'c',
    label: 'C',
    description: '',
    family: 'files' as const,
    icon: '',
    onlyHere: false,
    actions,
  };
}

describe('the filter of the catalogue', () => {
  it.each([
    ['', {}],
    ['category=files&works=relay', { category: 'files', works: 'relay' }],
    ['category=constructor&works=never', {}],
  ])('is read from the address %j', (search, filter) => {
    expect(filterOf(new URLSearchParams(search))).toEqual(filter);
  });

  it('shows a connector for any action of its own that works there', () => {
    const mixed = needing('relay', undefined);
    expect(showsConnector({ works: 'relay' }, mixed)).toBe(true);
    expect(showsConnector({ works: 'relay' }, needing(undefined, 'network'))).toBe(false);
    expect(showsConnector({ works: 'relay', category: 'data' }, mixed)).toBe(false);
  });

  it('shows the actions that work there', () => {
    const connector = needing('relay', undefined);
    const shown = connector.actions.filter((action) =>
      showsAction({ works: 'offline' }, { connector, action }),
    );
    expect(shown.map(({ key }) => key)).toEqual(['a1']);
  });

  it('groups connectors by category and leaves empty ones out', () => {
    expect(byFamily([needing()])).toMatchObject([{ key: 'files', label: 'Files' }]);
  });
});

describe('an arrow key in a grid', () => {
  // Two rows of three and two, and a row of one further down.
  const cards = [
    { left: 0, top: 0 },
    { left: 10, top: 0 },
    { left: 20, top: 0 },
    { left: 0, top: 8 },
    { left: 10, top: 8 },
    { left: 0, top: 30 },
  ];

  it.each([
    ['ArrowRight', 2, 3],
    ['ArrowRight', 5, undefined],
    ['ArrowLeft', 0, undefined],
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 2, 4],
    ['ArrowDown', 4, 5],
    ['ArrowDown', 5, undefined],
    ['ArrowUp', 5, 3],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 0, undefined],
    ['Home', 4, 0],
    ['End', 0, 5],
    ['x', 0, undefined],
    ['ArrowDown', -1, undefined],
  ])('%s from card %i leads to %s', (key, from, to) => {
    expect(gridMove(key, cards, from)).toBe(to);
  });
});

describe('the tables of the catalogue', () => {
  it('name the choices, and show of a long default its beginning', () => {
    const rows = inputRows([
      { key: 'how', type: 'choice', label: 'How', required: true, choices: ['a', 'b'], default: 'a' },
      { key: 'code', type: 'code', label: 'Code', required: false, language: 'json', default: 'one\ntwo' },
      { key: 'rows', type: 'pairs', label: 'Rows', required: false, default: [] },
    ]);
    expect(rows).toMatchObject([
      { type: 'One of a, b', default: 'a', required: true },
      { type: 'Code (json)', default: 'one…' },
      { type: 'Keys and values', default: '' },
    ]);
  });

  it('say which fields of a connection are secret', () => {
    const fields = [
      { key: 'host', label: 'Host', secret: false, required: true },
      { key: 'token', label: 'Token', secret: true, required: true },
    ];
    expect(connectionRows({ key: 'k', label: 'K', fields }).map(({ type }) => type)).toEqual([
      'Text',
      'Secret',
    ]);
  });
});

describe('the shape of an output', () => {
  it.each<[Shape, string, string[]]>([
    ['text', 'Text', []],
    ['file', 'File', ['data', 'contentType']],
    [{ list: 'number' }, 'List of numbers', []],
    [{ list: { list: 'text' } }, 'List of lists of texts', []],
    [{ list: { fields: { id: 'number' } } }, 'List of objects', ['id']],
    [{ fields: { id: 'number', tags: { list: 'text' } } }, 'Object', ['id', 'tags']],
  ])('%j is %s', (shape, words, parts) => {
    expect(shapeWords(shape)).toBe(words);
    expect(shapeParts(shape).map(({ name }) => name)).toEqual(parts);
  });
});

describe('the places for a step', () => {
  const nested = flow(
    object('First', {}),
    loop('Each', value([]), branch('Which', [{ lane: 'Big', when: [], steps: [] }])),
  );

  it('are the end, after each step, and the start of what a step holds', () => {
    expect(insertPlaces(nested).map(({ label }) => label)).toEqual([
      'At the end',
      'After 1 Trigger',
      'After 2 First',
      'After 3 Each',
      'First in 3 Each',
      'After 3.1 Which',
      'First in “Big” of 3.1 Which',
      'First in “Else” of 3.1 Which',
    ]);
  });

  it('are where the step then stands', () => {
    const document = { ...emptyIntegration('Orders'), flows: [nested] };
    const put = (label: string) => {
      const position = insertPlaces(nested).find((place) => place.label === label)?.position ?? { index: -1 };
      return useAction(document, found('log', 'writeLog'), { flow: 'Flow', position }, catalogue).document
        .flows[0];
    };
    expect(put('After 1 Trigger')?.steps.map(({ name }) => name)).toEqual(['Write log', 'First', 'Each']);
    expect(put('At the end')?.steps.at(-1)?.name).toBe('Write log');
    expect(put('First in 3 Each')?.steps[1]?.steps?.[0]?.name).toBe('Write log');
    expect(put('First in “Else” of 3.1 Which')?.steps[1]?.steps?.[0]?.branches?.[1]?.steps).toHaveLength(1);
  });
});

describe('an action that is used', () => {
  const document = { ...emptyIntegration('Orders'), flows: [flow(step('Sleep', 'sleep/sleep'))] };

  it('gets a free name, and the address of the step that it became', () => {
    const used = useAction(
      document,
      found('sleep', 'sleep'),
      { flow: 'Flow', position: { index: 1 } },
      catalogue,
    );
    expect(used.document.flows[0]?.steps).toHaveLength(2);
    const name = used.document.flows[0]?.steps[1]?.name ?? '';
    expect(name).not.toBe('Sleep');
    expect(used.label).toBe(`add step ${name}`);
    expect(used.search.flow).toBe('flow');
    expect(used.search.step.toLowerCase()).toBe(name.replace(/\W/g, '').toLowerCase());
  });

  it('begins a flow when it is a trigger', () => {
    const used = useTrigger(document, found('webhook-triggers', 'webhook'), catalogue);
    expect(used.document.flows).toHaveLength(2);
    expect(used.document.flows[1]?.trigger.action.key).toBe('webhook');
    expect(used.search.flow).toBe('webhook-flow');
  });
});

describe('where an action is used', () => {
  const document = {
    ...emptyIntegration('Orders'),
    flows: [flow(step('Wait', 'sleep/sleep'), loop('Each', value([]), step('Say', 'log/writelog')))],
  };

  it('are the steps of any depth, named as the designer’s address names them', () => {
    expect(usesOf({ id: 'i', document }, { connector: 'log', key: 'writeLog' })).toEqual([
      { integration: 'i', name: 'Orders', flow: 'Flow', flowSlug: 'flow', step: 'Say', stepKey: 'say' },
    ]);
  });

  it('are for a connector the steps of all its actions', () => {
    expect(usesOf({ id: 'i', document }, { connector: 'sleep' })).toHaveLength(1);
    expect(usesOf({ id: 'i', document }, { connector: 'http' })).toEqual([]);
  });
});

describe('an action that cannot be tried', () => {
  it.each([
    ['webhook-triggers', 'webhook', /trigger/],
    ['loop', 'loopOverItems', /loop/],
    ['loop', 'breakLoop', /loop/],
    ['branch', 'branchOnExpression', /branch/],
    ['stop-execution', 'stopExecution', /ends the flow/],
    ['cross-flow', 'invokeFlow', /another flow/],
  ])('says why: %s/%s', (connector, action, reason) => {
    expect(whyNotTried(found(connector, action))).toMatch(reason);
  });

  it('is one that no browser can do', () => {
    const connector = needing('never');
    const reasons = connector.actions.map((action) => whyNotTried({ connector, action }));
    expect(reasons).toEqual([expect.stringMatching(/No browser/)]);
  });

  it.each([
    ['collection-tools', 'createObject'],
    ['code', 'runCode'],
    ['http', 'httpGet'],
  ])('is not %s/%s', (connector, action) => {
    expect(whyNotTried(found(connector, action))).toBeUndefined();
  });
});
