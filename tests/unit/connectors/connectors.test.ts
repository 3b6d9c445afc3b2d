import { describe, expect, it } from 'vitest';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { connectors } from '#lib/connectors/index.ts';
import { findAction } from '#lib/model/catalogue.ts';

const catalogue = describeConnectors(connectors);
const actions = catalogue.connectors.flatMap((connector) =>
  connector.actions.map((action) => ({ connector, action })),
);

describe('the catalogue', () => {
  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(catalogue))).toEqual(structuredClone(catalogue));
  });

  it('has every connector once', () => {
    const keys = catalogue.connectors.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('says of every action and input what it is', () => {
    const silent = actions.filter(
      ({ action }) => !action.label || !action.description || action.inputs.some(({ label }) => !label),
    );
    expect(silent.map(({ action }) => action.key)).toEqual([]);
  });

  it('says of every input what to write into it', () => {
    const silent = actions.flatMap(({ action }) => action.inputs.filter(({ help }) => !help));
    expect(silent.map(({ label }) => label)).toEqual([]);
  });

  it('never repeats the label of an input as its help', () => {
    const bare = (words = '') => words.toLowerCase().replace(/\W/g, '');
    const repeating = actions.flatMap(({ action }) =>
      action.inputs.filter(({ label, help }) => bare(help) === bare(label)),
    );
    expect(repeating.map(({ label }) => label)).toEqual([]);
  });

  // A request is noted durably before it is sent, so that nothing is in doubt that has not been sent.
  it.each([
    'aws-s3',
    'github',
    'google-cloud-storage',
    'graphql',
    'html-utils',
    'openai',
    'prismatic',
    'slack',
  ])('has nothing done by %s before its first request', (key) => {
    const { actions: all = {} } = connectors.find((connector) => connector.key === key) ?? {};
    const eager = Object.entries(all).filter(
      ([, action]) => 'perform' in action && !action.pure && action.lazy !== true,
    );
    expect(all).not.toEqual({});
    expect(eager.map(([name]) => name)).toEqual([]);
  });

  it.each([
    ['schedule-triggers/schedule', 'trigger', true],
    ['cross-flow/crossFlow', 'trigger', true],
    ['code/runCodeTrigger', 'trigger', false],
    ['code/runCode', 'action', false],
    ['http/httpGet', 'action', false],
    ['cross-flow/invokeFlow', 'action', false],
    ['sleep/sleep', 'action', true],
    ['persist-data/saveCrossFlowValue', 'action', true],
    ['stop-execution/stopExecution', 'action', true],
    ['loop/loopNTimes', 'loopOverItems', true],
    ['branch/branchOnValue', 'branchOnExpression', true],
  ])('tells of %s that it is a %s, pure: %s', (key, kind, pure) => {
    const [connector = '', action = ''] = key.split('/');
    expect(findAction(catalogue, connector, action)?.action).toMatchObject({ kind, pure });
  });
});

describe('persist-data', () => {
  const keys = actions
    .filter(({ connector }) => connector.key === 'persist-data')
    .map(({ action }) => action.key);

  it.each(['CrossFlow', 'Execution', 'Instance', 'Integration'])(
    'has every action for the scope %s',
    (scope) => {
      const expected = [
        `add${scope}ValueToSet`,
        `append${scope}ValueToList`,
        `append${scope}ValuesToList`,
        `decrement${scope}Value`,
        `get${scope}Value`,
        `increment${scope}Value`,
        `list${scope}Keys`,
        `remove${scope}State`,
        `remove${scope}Value`,
        `remove${scope}ValueFromList`,
        `remove${scope}ValueFromSet`,
        `save${scope}CurrentTime`,
        `save${scope}Value`,
      ];
      expect(keys.filter((key) => key.includes(scope)).sort()).toEqual(expected);
    },
  );

  it('tells what all of them use', () => expect(keys).toContain('getUsage'));
});
