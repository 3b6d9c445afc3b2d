import { describe, expect, it } from 'vitest';
import {
  addConfigVar,
  duplicateConfigVar,
  moveConfigVar,
  removeConfigVar,
  updateConfigVar,
} from '#lib/model/configEdits.ts';
import { addFlow, duplicateFlow, moveFlow, removeFlow, updateFlow } from '#lib/model/flowEdits.ts';
import type { ConfigElement, ConfigVar, Integration } from '#lib/model/integration.ts';
import { emptyIntegration, newFlow } from '#lib/model/newIntegration.ts';
import { newStep } from '#lib/model/newStep.ts';
import {
  addElement,
  addPage,
  moveElement,
  movePage,
  removeElement,
  removePage,
  updateElement,
  updatePage,
} from '#lib/model/pageEdits.ts';
import { configVar, flow, step } from '../../support/build.ts';
import { integration, invoke, named } from '../../support/flows.ts';

const shown = (value: string): ConfigElement => ({ type: 'configVar', value });
const variable = (key: string): ConfigVar => ({ key, dataType: 'string', description: '' });

const shop: Integration = {
  ...integration(
    named(
      'Orders',
      flow(invoke('Call', 'Orders'), step('Use', 'http/httpGet', { url: configVar('Address') })),
    ),
    named('Returns', flow()),
    named('Nightly', flow()),
  ),
  configVars: [variable('Address'), { ...variable('Limit'), extra: { stableKey: 'limit', header: 'x' } }],
  configPages: [
    { name: 'First', tagline: '', elements: [shown('Address'), shown('Limit')] },
    { name: 'Second', tagline: '', elements: [shown('Address')] },
  ],
};

const flows = ({ flows: all }: Integration) => all.map(({ name }) => name);
const keys = ({ configVars }: Integration) => configVars.map(({ key }) => key);
const elements = ({ configPages }: Integration) =>
  configPages.map((page) => page.elements.map(({ value }) => value));

describe('flows', () => {
  it('are added at the end or at a place, a taken name with a number', () => {
    expect(flows(addFlow(shop, named('Orders', flow())))).toEqual([
      'Orders',
      'Returns',
      'Nightly',
      'Orders 2',
    ]);
    expect(flows(addFlow(shop, named('New', flow()), 1))).toEqual(['Orders', 'New', 'Returns', 'Nightly']);
  });

  it('are removed and moved, and the others stay the same objects', () => {
    expect(flows(removeFlow(shop, 'Returns'))).toEqual(['Orders', 'Nightly']);
    const moved = moveFlow(shop, 'Orders', 1);
    expect(flows(moved)).toEqual(['Returns', 'Orders', 'Nightly']);
    expect(moved.flows[1]).toBe(shop.flows[0]);
  });

  it('are copied after themselves; who calls the original still does, the copy too', () => {
    const withKey = updateFlow(shop, 'Orders', (old) => ({ ...old, extra: { stableKey: 'orders' } }));
    const copied = duplicateFlow(withKey, 'Orders');
    expect(flows(copied)).toEqual(['Orders', 'Orders 2', 'Returns', 'Nightly']);
    expect(copied.flows[1]?.steps).toBe(shop.flows[0]?.steps);
    expect(copied.flows[1]?.extra).toEqual({});
    expect(copied.flows[0]?.extra).toEqual({ stableKey: 'orders' });
  });

  it('are updated one by one, but not renamed', () => {
    const updated = updateFlow(shop, 'Returns', (old) => ({ ...old, name: 'Other', description: 'Now' }));
    expect(updated.flows[1]).toMatchObject({ name: 'Returns', description: 'Now' });
    expect(updated.flows[0]).toBe(shop.flows[0]);
  });
});

describe('config variables', () => {
  it('are added, on a page when one is given, a taken key with a number', () => {
    const added = addConfigVar(shop, variable('Limit'), 1);
    expect(keys(added)).toEqual(['Address', 'Limit', 'Limit 2']);
    expect(elements(added)).toEqual([
      ['Address', 'Limit'],
      ['Address', 'Limit 2'],
    ]);
    expect(addConfigVar(shop, variable('New')).configPages).toBe(shop.configPages);
  });

  it('leave their pages when they are removed, and inputs that use them as they are', () => {
    const removed = removeConfigVar(shop, 'Address');
    expect(keys(removed)).toEqual(['Limit']);
    expect(elements(removed)).toEqual([['Limit'], []]);
    expect(removed.flows).toBe(shop.flows);
  });

  it('are copied with their places on pages, but not with their identity', () => {
    const copied = duplicateConfigVar(shop, 'Limit');
    expect(copied.configVars[2]).toEqual({ ...variable('Limit 2'), extra: { header: 'x' } });
    expect(elements(copied)).toEqual([['Address', 'Limit', 'Limit 2'], ['Address']]);
  });

  it('are moved and updated, but not renamed', () => {
    expect(keys(moveConfigVar(shop, 'Limit', 0))).toEqual(['Limit', 'Address']);
    const updated = updateConfigVar(shop, 'Limit', (old) => ({ ...old, key: 'Other', dataType: 'number' }));
    expect(updated.configVars[1]).toMatchObject({ key: 'Limit', dataType: 'number' });
  });
});

describe('config pages', () => {
  const page = { name: 'New', tagline: '', elements: [] };
  const names = ({ configPages }: Integration) => configPages.map(({ name }) => name);

  it('are added, moved, updated and removed', () => {
    expect(names(addPage(shop, page))).toEqual(['First', 'Second', 'New']);
    expect(names(addPage(shop, page, 0))).toEqual(['New', 'First', 'Second']);
    expect(names(movePage(shop, 0, 1))).toEqual(['Second', 'First']);
    expect(names(updatePage(shop, 1, (old) => ({ ...old, name: 'Last' })))).toEqual(['First', 'Last']);
    expect(names(removePage(shop, 0))).toEqual(['Second']);
  });

  it('get, lose and change elements', () => {
    expect(elements(addElement(shop, 0, shown('New'), 1))[0]).toEqual(['Address', 'New', 'Limit']);
    expect(elements(removeElement(shop, { page: 0, index: 0 }))[0]).toEqual(['Limit']);
    expect(elements(updateElement(shop, { page: 0, index: 1 }, () => shown('New')))[0]).toEqual([
      'Address',
      'New',
    ]);
  });

  it('hand elements to one another', () => {
    expect(elements(moveElement(shop, { page: 0, index: 1 }, { page: 1, index: 0 }))).toEqual([
      ['Address'],
      ['Limit', 'Address'],
    ]);
    expect(elements(moveElement(shop, { page: 0, index: 0 }, { page: 0, index: 1 }))[0]).toEqual([
      'Limit',
      'Address',
    ]);
  });
});

it.each<[string, (document: Integration) => Integration]>([
  ['a flow', (document) => removeFlow(document, 'Nobody')],
  ['a flow to move', (document) => moveFlow(document, 'Nobody', 0)],
  ['a flow to copy', (document) => duplicateFlow(document, 'Nobody')],
  ['a variable', (document) => removeConfigVar(document, 'Nobody')],
  ['a variable to copy', (document) => duplicateConfigVar(document, 'Nobody')],
  ['a page', (document) => removePage(document, -1)],
  ['a page to move', (document) => movePage(document, 7, 0)],
  ['a page for an element', (document) => addElement(document, 7, shown('x'))],
  ['an element', (document) => removeElement(document, { page: 0, index: 7 })],
  [
    'a page to move an element to',
    (document) => moveElement(document, { page: 0, index: 0 }, { page: 7, index: 0 }),
  ],
  ['a move: it is there already', (document) => moveFlow(document, 'Nightly', 99)],
])('nothing changes where there is no such thing: %s', (_what, edit) => expect(edit(shop)).toBe(shop));

describe('what is new', () => {
  const input = (key: string, value: unknown) => ({
    key,
    type: 'text' as const,
    label: key,
    required: false,
    default: value,
  });
  const action = (
    key: string,
    kind: 'action' | 'branchOnExpression' | 'loopOverItems',
    inputs: ReturnType<typeof input>[] = [],
  ) => ({
    key,
    label: `Do ${key}`,
    description: '',
    kind,
    pure: true,
    inputs,
  });
  const catalogue = {
    connectors: [
      {
        key: 'test',
        label: 'Test',
        description: '',
        family: 'logic' as const,
        icon: '',
        onlyHere: false,
        actions: [
          action('plain', 'action', [
            input('count', 3),
            input('empty', undefined),
            input('rows', [{ key: 'a', value: true }]),
          ]),
          action('loop', 'loopOverItems'),
          action('branchOnExpression', 'branchOnExpression'),
        ],
      },
    ],
  };
  const made = (key: string, taken: string[] = []) => newStep({ connector: 'test', key }, catalogue, taken);

  it('a step is named after its action and has the defaults of its inputs, as text', () => {
    expect(made('plain', ['Do plain'])).toEqual({
      name: 'Do plain 2',
      description: '',
      action: { connector: 'test', key: 'plain', version: 'LATEST', isPublic: true },
      inputs: {
        count: { type: 'value', value: '3' },
        rows: { type: 'complex', value: [{ name: 'a', type: 'value', value: 'true' }] },
      },
    });
  });

  it('a loop has a body, a branch a lane and Else, an unknown action neither', () => {
    expect(made('loop').steps).toEqual([]);
    expect(made('branchOnExpression').branches?.map(({ name }) => name)).toEqual(['Match', 'Else']);
    expect(made('branchOnExpression').inputs.conditions).toMatchObject({ value: [{ name: 'Match' }] });
    expect(made('nothing')).toMatchObject({ name: 'nothing', inputs: {} });
  });

  it('a schedule has no time yet', () => {
    const trigger = newStep({ connector: 'schedule-triggers', key: 'schedule' }, catalogue, []);
    expect(trigger.schedule).toMatchObject({ scheduleType: 'none', cron: { type: 'value', value: '' } });
  });

  it('an integration takes a flow with a trigger', () => {
    const document = addFlow(emptyIntegration('Shop'), newFlow('Orders', made('plain')));
    expect(document).toMatchObject({
      name: 'Shop',
      configPages: [{ name: 'Configuration' }],
      flows: [{ name: 'Orders', steps: [] }],
    });
  });
});
