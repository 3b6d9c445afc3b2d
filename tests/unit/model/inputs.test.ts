import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { convertInput, removeInput, setInput } from '#lib/model/inputEdits.ts';
import { eachFlowInput, eachInput, mapInputs } from '#lib/model/inputs.ts';
import type { Input, Integration, NamedInput } from '#lib/model/integration.ts';
import { configVarsIn, referencesIn } from '#lib/model/references.ts';
import { read } from '#lib/yaml/read.ts';
import { write } from '#lib/yaml/write.ts';
import { arbitraryInput, arbitraryIntegration } from '../../support/arbitrary.ts';
import {
  branch,
  complex,
  configVar,
  flow,
  loop,
  object,
  reference,
  step,
  template,
  value,
} from '../../support/build.ts';
import { integration, lanes, when } from '../../support/flows.ts';

const scheduled = {
  ...step('Trigger', 'schedule-triggers/schedule'),
  schedule: { cron: configVar('When'), scheduleType: 'custom', timeZone: '' },
};

const shop: Integration = {
  ...integration({
    ...flow(
      loop(
        'Loop',
        reference('loop'),
        branch('Branch', [
          {
            lane: 'A',
            when: when('exists', reference('term')),
            steps: [object('Deep', { a: value('deep') })],
          },
        ]),
      ),
      step('Rows', 'http/httpGet', {
        headers: complex({ ...value('row'), name: reference('name') }, ['x', complex(value('nested'))]),
        empty: complex(),
      }),
    ),
    trigger: lanes(scheduled, { Lane: [step('In lane', 'log/writeLog', { message: value('lane') })] }),
    retryConfig: { uniqueRequestIdField: reference('retry') },
    queueConfig: { dedupeIdField: reference('queue') },
  }),
  flowNameField: reference('top'),
  configVars: [
    { key: 'API key', dataType: 'connection', description: '', inputs: { token: value('secret') } },
    { key: 'When', dataType: 'string', description: '' },
  ],
};

function typeAndValue(input: unknown): unknown {
  const { type, value: content } = input as Input;
  return { type, value: content };
}

describe('the walk over inputs', () => {
  it('visits every one, with its flow, step, key and path in the document', () => {
    const seen = Array.from(eachInput(shop), ({ input, at: { path, ...at } }) => [
      input.value,
      at,
      path.join('.'),
    ]);
    const inFlow = { flow: 'Flow' };
    expect(seen).toEqual([
      ['When', { ...inFlow, step: 'Trigger', key: 'schedule' }, 'flows.0.steps.0.schedule'],
      [
        'lane',
        { ...inFlow, step: 'In lane', key: 'message' },
        'flows.0.steps.0.branches.0.steps.0.inputs.message',
      ],
      ['loop', { ...inFlow, step: 'Loop', key: 'items' }, 'flows.0.steps.1.inputs.items'],
      [
        'term',
        { ...inFlow, step: 'Branch', key: 'conditions' },
        'flows.0.steps.1.steps.0.inputs.conditions.value.0.value.1.1',
      ],
      [
        'deep',
        { ...inFlow, step: 'Deep', key: 'keyValueInput' },
        'flows.0.steps.1.steps.0.branches.0.steps.0.inputs.keyValueInput.value.0',
      ],
      ['row', { ...inFlow, step: 'Rows', key: 'headers' }, 'flows.0.steps.2.inputs.headers.value.0'],
      ['name', { ...inFlow, step: 'Rows', key: 'headers' }, 'flows.0.steps.2.inputs.headers.value.0.name'],
      [
        'nested',
        { ...inFlow, step: 'Rows', key: 'headers' },
        'flows.0.steps.2.inputs.headers.value.1.1.value.0',
      ],
      ['retry', { ...inFlow, key: 'uniqueRequestIdField' }, 'flows.0.retryConfig.uniqueRequestIdField'],
      ['queue', { ...inFlow, key: 'dedupeIdField' }, 'flows.0.queueConfig.dedupeIdField'],
      ['secret', { configVar: 'API key', key: 'token' }, 'requiredConfigVars.0.inputs.token'],
      ['top', { key: 'flowNameField' }, 'flowNameField'],
    ]);
  });

  it('of one flow visits what is in it', () => {
    const inFlow = Array.from(eachInput(shop)).filter(({ at }) => at.flow !== undefined);
    expect(eachFlowInput(shop.flows[0] ?? flow(), ['flows', 0])).toEqual(inFlow);
  });

  it('names paths at which the written document has that input', () => {
    fc.assert(
      fc.property(arbitraryIntegration(), (document) => {
        const data: unknown = parse(write(document));
        const all = Array.from(eachInput(document));
        const found = all.map(({ at }) =>
          at.path.reduce((inside, key) => (inside as Record<string | number, unknown>)[key], data),
        );
        expect(found.map(typeAndValue)).toEqual(
          all.map(({ input }) => typeAndValue(input.type === 'unknown' ? input.value : input)),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the document when nothing changes, and all that is not around a change', () => {
    expect(mapInputs(shop, (input) => input)).toBe(shop);
    const changed = mapInputs(shop, (input) => (input.value === 'deep' ? value('new') : input));
    expect(changed).not.toBe(shop);
    expect(changed.configVars).toBe(shop.configVars);
    expect(changed.flows[0]?.steps[1]).toBe(shop.flows[0]?.steps[1]);
    expect(changed.flows[0]?.trigger).toBe(shop.flows[0]?.trigger);
  });

  it('keeps a row’s name when a new input takes its place', () => {
    const changed = mapInputs(shop, (input) => (input.value === 'row' ? value('new') : input));
    const rows = changed.flows[0]?.steps[1]?.inputs.headers?.value as NamedInput[];
    expect(rows[0]).toEqual({ ...value('new'), name: reference('name') });
  });

  it('is not misled by keys that every object has', () => {
    const inputs = JSON.parse(
      '{"__proto__": {"type": "reference", "value": "a"}, "constructor": {"type": "value", "value": 1}}',
    ) as Record<string, Input>;
    const hostile = integration(flow(step('Hostile', 'a/b', inputs)));
    const changed = mapInputs(hostile, (input) => (input.type === 'reference' ? reference('b') : input));
    const mapped = changed.flows[0]?.steps[0]?.inputs ?? {};
    expect(Object.getOwnPropertyDescriptor(mapped, '__proto__')?.value).toEqual(reference('b'));
    expect(Object.getPrototypeOf(mapped)).toBe(Object.prototype);
  });
});

describe('what an input points to', () => {
  const list = complex(
    reference('a.b'),
    reference(''),
    { ...template('{{$ c.d }} {{#Key}} {{ liquid }}'), name: reference('e') },
    ['and', ['exists', configVar('Other')]],
    value('{{$not.this}}'),
  );

  it('is found in lists, templates, conditions and names of rows', () => {
    expect(referencesIn(list)).toEqual(['a.b', 'c.d', 'e']);
    expect(configVarsIn(list)).toEqual(['Key', 'Other']);
    expect(configVarsIn(configVar(''))).toEqual([]);
  });
});

describe('setting an input', () => {
  const old: Input = {
    type: 'value',
    value: 'a',
    extra: { meta: { writeOnly: true } },
    written: {
      '': { before: ' why' },
      value: { style: 'single' as const, source: '0x1' },
      'value.0': { before: ' inside' },
    },
  };
  const holder = step('Step', 'http/httpGet', { url: old, other: value('b') });

  it('keeps unknown keys and comments of the one it replaces, but not how its value was spelled', () => {
    const { url, other } = setInput(holder, 'url', reference('x.results')).inputs;
    expect(url).toEqual({
      ...reference('x.results'),
      extra: old.extra,
      written: { '': { before: ' why' }, value: { style: 'single' } },
    });
    expect(other).toBe(holder.inputs.other);
  });

  it('writes a new number as it is, not as the file spelled the old one', () => {
    const file = write(integration(flow(step('Step', 'a/b', { n: value(1) })))).replace(
      'value: 1',
      'value: 0x1',
    );
    const spelled = read(file).integration ?? integration();
    expect(write(spelled)).toContain('0x1');
    const changed = {
      ...spelled,
      flows: spelled.flows.map((one) => ({
        ...one,
        steps: one.steps.map((inner) => setInput(inner, 'n', value(2))),
      })),
    };
    expect(read(write(changed)).integration?.flows[0]?.steps[0]?.inputs.n?.value).toBe(2);
  });

  it('takes what the new one brings', () => {
    expect(setInput(holder, 'url', { type: 'value', value: 'b', extra: {} }).inputs.url?.extra).toEqual({});
    expect(setInput(holder, 'url', old)).toBe(holder);
  });

  it('adds and removes keys that every object has like any other', () => {
    const hostile = setInput(holder, 'constructor', value('c'));
    expect(hostile.inputs.constructor).toEqual(value('c'));
    expect(Object.keys(removeInput(hostile, 'constructor').inputs)).toEqual(['url', 'other']);
    expect(removeInput(holder, 'toString')).toBe(holder);
  });
});

describe('an input becomes one of another kind (ux.md D-33)', () => {
  it.each<[string, Input, Input['type'], unknown]>([
    ['text keeps its text in a template', value('Hi'), 'template', 'Hi'],
    ['nothing is empty text', value(null), 'template', ''],
    ['a number is its digits', value(5), 'template', '5'],
    ['an object is its JSON', value({ a: 1 }), 'template', '{"a":1}'],
    ['a reference is wrapped', reference('a.results'), 'template', '{{$a.results}}'],
    ['a config variable is wrapped', configVar('API key'), 'template', '{{#API key}}'],
    ['nothing is not wrapped', reference(''), 'template', ''],
    ['what a placeholder cannot hold is not wrapped', reference('a["}"]'), 'template', ''],
    ['a single placeholder is unwrapped', template('{{$ a.results }}'), 'reference', 'a.results'],
    ['a single config variable is unwrapped', template('{{#API key}}'), 'configVar', 'API key'],
    ['one of the other kind is not', template('{{#API key}}'), 'reference', ''],
    ['a placeholder with text around it is not', template('Hi {{$a}}'), 'reference', ''],
    ['text alone is a value', template('Hi {{ liquid }}'), 'value', 'Hi {{ liquid }}'],
    ['a template that points somewhere has no value', template('Hi {{$a}}'), 'value', ''],
    ['a value is a list of one', value('a'), 'complex', [value('a')]],
    ['nothing is an empty list', value(''), 'complex', []],
    ['a list of one is that one', complex(reference('a.results')), 'template', '{{$a.results}}'],
    ['a list of more has no single value', complex(value('a'), value('b')), 'value', ''],
    ['conditions have none', complex(['and']), 'reference', ''],
    ['nothing becomes unknown', value('a'), 'unknown', 'a'],
  ])('%s', (_what, input, to, expected) => {
    expect(convertInput(input, to).value).toEqual(expected);
  });

  it('keeps the name of a row, unknown keys and comments', () => {
    const row: NamedInput = {
      type: 'reference',
      value: 'a',
      name: 'Key',
      extra: { meta: 1 },
      written: { '': { after: ' why' } },
    };
    expect(convertInput(row, 'template')).toEqual({ ...row, type: 'template', value: '{{$a}}' });
    expect(convertInput(row, 'complex')).toEqual({ ...row, type: 'complex', value: [reference('a')] });
  });

  it('is of the kind that was asked for, and comes back from a template', () => {
    fc.assert(
      fc.property(
        arbitraryInput(),
        fc.constantFrom('value', 'reference', 'configVar', 'template', 'complex'),
        (input, to) => {
          expect(convertInput(input, to).type).toBe(to);
          if (input.type === 'reference' || input.type === 'configVar')
            expect(convertInput(convertInput(input, 'template'), input.type)).toEqual(input);
        },
      ),
    );
  });
});
