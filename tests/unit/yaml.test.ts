import { readdirSync, readFileSync, existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedSteps } from '#lib/model/flow.ts';
import { read } from '#lib/yaml/read.ts';

const minimal = `
definitionVersion: 7
name: Small
flows:
  - name: Flow 1
    steps:
      - name: Trigger
        isTrigger: true
        action: { key: webhook, component: { key: webhook-triggers, version: LATEST, isPublic: true } }
`;

/** The first problem of a text, as `code line:column`. */
function firstProblem(text: string): string | undefined {
  const [problem] = read(text).problems;
  if (!problem) return undefined;
  return problem.line === undefined ? problem.code : `${problem.code} ${problem.line}:${problem.column}`;
}

describe('reading a document', () => {
  it('gives an integration with a trigger and no problems', () => {
    const { integration, problems } = read(minimal);
    expect(problems).toEqual([]);
    expect(integration).toMatchObject({
      name: 'Small',
      flows: [{ name: 'Flow 1', trigger: { name: 'Trigger' }, steps: [] }],
    });
  });

  it('lower-cases labels', () => {
    expect(read(`${minimal}labels: [ERP, Pilot]`).integration?.labels).toEqual(['erp', 'pilot']);
  });

  it('keeps every key it does not know, where it stood', () => {
    const { integration } = read(`${minimal}        colour: red\n    someday: [1, 2]\nfuture: { a: 1 }`);
    expect(integration?.extra).toEqual({ future: { a: 1 } });
    expect(integration?.flows[0]?.extra).toEqual({ someday: [1, 2] });
    expect(integration?.flows[0]?.trigger.extra).toEqual({ colour: 'red' });
  });

  it('keeps a number where a text is expected, and reads it as text', () => {
    const { integration } = read(minimal.replace('name: Small', 'name: 2026'));
    expect(integration).toMatchObject({ name: '2026', extra: { name: 2026 } });
  });

  it.each(['dataSource', 'scopedConfigVar', ...Object.getOwnPropertyNames(Object.prototype)])(
    'keeps an input of the unknown kind %s and warns',
    (type) => {
      const input = `\n        inputs: { odd: { type: ${type}, value: 1 } }`;
      const { integration, problems } = read(minimal.trimEnd() + input);
      expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
      expect(integration?.flows[0]?.trigger.inputs.odd).toEqual({
        type: 'unknown',
        value: { type, value: 1 },
      });
    },
  );

  it('keeps names of rows that are no text, and lists that are null', () => {
    const odd = `
        steps: null
        branches: null
        inputs:
          rows:
            type: complex
            value: [{ name: 5, type: value, value: a }, { name: null, type: value, value: b }]`;
    const trigger = read(minimal.trimEnd() + odd).integration?.flows[0]?.trigger;
    expect(trigger).toMatchObject({ extra: { steps: null, branches: null } });
    expect(trigger?.steps).toBeUndefined();
    expect(trigger?.inputs.rows?.value).toMatchObject([{ name: 5 }, { name: null }]);
  });

  it('reads both shapes of a row’s name', () => {
    const rows = `
        inputs:
          headers:
            type: complex
            value:
              - { name: plain, type: value, value: a }
              - { name: { type: value, value: wrapped }, type: reference, value: x.results }`;
    const { integration, problems } = read(minimal.trimEnd() + rows);
    expect(problems).toEqual([]);
    expect(integration?.flows[0]?.trigger.inputs.headers).toEqual({
      type: 'complex',
      value: [
        { type: 'value', value: 'a', name: 'plain' },
        { type: 'reference', value: 'x.results', name: { type: 'value', value: 'wrapped' } },
      ],
    });
  });
});

describe('a text that is no document', () => {
  it.each([
    ['', 'type 1:1'],
    ['just text', 'type 1:1'],
    ['- a\n- b', 'type 1:1'],
    ['name: [', 'syntax 1:8'],
    ['name: a\nname: b', 'duplicateKey 2:1'],
    ['a:\n\tb: 1', 'syntax 2:1'],
    ['definitionVersion: 8\nname: a\nflows: []', 'version 1:20'],
    ['definitionVersion: 7\nname: a', 'missing 1:1'],
    ['definitionVersion: 7\nname: a\nflows: text', 'type 3:8'],
    ['definitionVersion: 7\nname: a\nflows:\n  - name: F', 'missing 4:5'],
    ['definitionVersion: 7\nflows: []', 'missing 1:1'],
    ['definitionVersion: 7\nname: a\nflows: []\n__proto__: { x: 1 }', 'forbiddenKey 4:1'],
    [`definitionVersion: 7\nname: a\nflows: []\ndeep: ${'['.repeat(60)}${']'.repeat(60)}`, 'tooDeep 4:57'],
  ])('%j is refused with its place', (text, expected) => expect(firstProblem(text)).toBe(expected));

  it.each([
    ['%YAML 1.1\n---\nname: yes', 'syntax'],
    ['name: !secret abc', 'syntax 1:7'],
    ['name: *nope', 'syntax'],
    ['definitionVersion: [7]\nname: a\nflows: []', 'version 1:20'],
    ['definitionVersion: "7"\nname: a\nflows: []', 'version 1:20'],
  ])('%j is refused: it would mean something else than it says', (text, expected) =>
    expect(firstProblem(text)).toBe(expected),
  );

  it('is refused, not followed, when its aliases explode', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((key, i) => {
        const before = 'abcdefg'[i] ?? 'a';
        return `${key}: &${key} [${Array(9).fill(`*${before}`).join(',')}]`;
      }),
    ].join('\n');
    expect(firstProblem(bomb)).toMatch(/^tooManyAliases/);
  });

  it('is refused when it is huge or nests beyond the stack', () => {
    expect(firstProblem('x'.repeat(5_000_001))).toBe('tooLarge');
    for (const opening of ['[', '- ', '? ', '{a: '])
      expect(firstProblem(opening.repeat(1_000_000))).toBe('tooDeep');
  });

  it('never makes it throw, whatever is cut out of a good one or put into it', () => {
    const sample = readFileSync(
      new URL('../../src/lib/library/samples/orderTriage.yaml', import.meta.url),
      'utf8',
    );
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('\t', '[', '{', '&a', '*a', '!!x ', '- ', ': ', '|', '\u0000', '"'),
    );
    const places = fc.tuple(fc.nat(sample.length), fc.nat(40), piece);
    fc.assert(
      fc.property(places, ([start, cut, put]) => {
        const { integration, problems } = read(sample.slice(0, start) + put + sample.slice(start + cut));
        // Either it is read, or it is said why and where.
        if (integration) expect(integration.flows).toBeInstanceOf(Array);
        else expect(problems[0]?.message).toMatch(/\S/);
      }),
      { numRuns: 200 },
    );
  });
});

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.yml')) : [];

describe.skipIf(files.length === 0)('real files of version 7 (skipped without the corpus)', () => {
  const current = files.filter((name) =>
    /^definitionVersion: 7$/m.test(readFileSync(new URL(name, corpus), 'utf8')),
  );

  it.each(current)('%s reads without errors and with every step', (name) => {
    const text = readFileSync(new URL(name, corpus), 'utf8');
    const { integration, problems } = read(text);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const steps = integration?.flows.flatMap(placedSteps) ?? [];
    expect(steps.length).toBe(text.match(/^\s+(- )?action:$/gm)?.length);
  });
});
