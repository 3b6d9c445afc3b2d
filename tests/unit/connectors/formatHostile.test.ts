/** Texts of strangers: they end in a value or in a sentence, and change nothing else. */
import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { changeDataFormat } from '#lib/connectors/format/index.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

const { actions } = changeDataFormat;

const result = (key: string, data: unknown, more: object = {}) => resultOf(stepOf(key), { data, ...more });
const failure = (key: string, data: unknown, more: object = {}) => failureOf(stepOf(key), { data, ...more });

const laughs = (first: string, line: (from: number, to: number) => string) =>
  [first, ...Array.from({ length: 45 }, (_, index) => line(index, index + 1))].join('\n');

const doctype = (entities: string, inside: string) => `<!DOCTYPE a [${entities}]><a>${inside}</a>`;

describe('entities of XML', () => {
  it.each([
    [
      'the five of XML, and characters',
      '<a b="&quot;">&lt;&amp;lt;&#233;&#xE9;</a>',
      { a: { '@_b': '"', '#text': '<&lt;éé' } },
    ],
    ['one of its own', doctype('<!ENTITY me "Acme">', '&me;'), { a: 'Acme' }],
    [
      'one that leads to another, which stays as it is',
      doctype('<!ENTITY b "&amp;"><!ENTITY c "&b;">', '&c;'),
      { a: '&c;' },
    ],
    ['one that nobody declared, which stays as it is', '<a>&nbsp;&toString;</a>', { a: '&nbsp;&toString;' }],
  ])('%s', async (_what, xml, expected) => {
    expect(await result('deserializeFromXml', xml)).toEqual(expected);
  });

  it('that would make it endless end in a limit', async () => {
    const xml = doctype(`<!ENTITY big "${'x'.repeat(9_000)}">`, '&big;'.repeat(1_000));
    expect(await failure('deserializeFromXml', xml)).toMatchObject({
      code: 'limit',
      message: expect.stringMatching(/entities/) as string,
    });
  });

  it('that lead to another, again and again, stay short', async () => {
    const entities = laughs('<!ENTITY e0 "ha">', (from, to) => `<!ENTITY e${to} "&e${from};&e${from};">`);
    expect(await result('deserializeFromXml', doctype(entities, '&e45;'))).toEqual({ a: '&e45;' });
  });

  it.each(['<!ENTITY f SYSTEM "file:///etc/passwd">', '<!ENTITY % f SYSTEM "https://example.com/f">'])(
    'that lie elsewhere are not fetched: %s',
    async (entity) => {
      expect(await failure('deserializeFromXml', doctype(entity, '&f;'))).toMatchObject({ code: 'input' });
    },
  );
});

describe('aliases of YAML', () => {
  it.each([
    ['lists', laughs('a0: &a0 [x, x]', (from, to) => `a${to}: &a${to} [*a${from}, *a${from}]`)],
    ['merge keys', laughs('a0: &a0 {x: 1}', (from, to) => `a${to}: &a${to} {<<: [*a${from}, *a${from}]}`)],
    ['many', `- &a x\n${'- *a\n'.repeat(101)}`],
  ])('that would make it endless end in a limit: %s', async (_what, yaml) => {
    expect(await failure('deserializeFromYaml', yaml)).toMatchObject({
      code: 'limit',
      message: expect.stringMatching(/aliases/) as string,
    });
  });

  it('may be a hundred', async () => {
    expect(await result('deserializeFromYaml', `- &a x\n${'- *a\n'.repeat(99)}`)).toHaveLength(100);
  });
});

describe('names of what every object has', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
  const json = `{${names.map((name) => `"${name}":"x"`).join(',')}}`;
  const own: unknown = JSON.parse(json);

  it.each([
    ['deserializeFromJson', json, own],
    ['deserializeFromYaml', names.map((name) => `${name}: x`).join('\n'), own],
    ['deserializeFromXml', `<r>${names.map((name) => `<${name}>x</${name}>`).join('')}</r>`, { r: own }],
    ['deserializeFromCsv', `${names.join(',')}\nx,x,x,x,x`, [own]],
    ['deserializeFormData', names.map((name) => `${name}=x`).join('&'), own],
    ['deserializeJsonl', json, [own]],
  ])('are names like others in %s', async (key, text, expected) => {
    const value = await result(key, text);
    expect(JSON.stringify(value)).toBe(JSON.stringify(expected));
    expect(value).toEqual(expected);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('are no way to other objects in names of columns', async () => {
    const csv = '__proto__.polluted,constructor.prototype.polluted,a.__proto__.polluted\n1,2,3';
    const [record] = (await result('deserializeFromCsv', csv, { unflatten: 'true' })) as unknown[];
    expect(Object.keys(record as object)).toEqual(['__proto__', 'constructor', 'a']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(await result('binaryToCsv', [record])).toBe(csv.replace('\n', '\r\n'));
  });

  it('are written like others', async () => {
    expect(await result('jsonToXml', '{"r":{"__proto__":1,"constructor":{"@___proto__":"x"}}}')).toContain(
      '<r><__proto__>1</__proto__><constructor __proto__="x"></constructor></r>',
    );
    expect(await result('jsonToYaml', '{"__proto__":1}')).toBe('__proto__: 1\n');
  });
});

describe('what nests too deep', () => {
  const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);

  it.each([
    ['deserializeFromJson', deep('[', ']')],
    ['deserializeFromXml', deep('<a>', '</a>')],
    ['deserializeFromYaml', deep('[', ']')],
    ['deserializeFromYaml', '- '.repeat(20_000)],
    ['jsonToCsv', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['jsonToYaml', deep('[', ']')],
    ['jsonToXml', `${'{"a":'.repeat(150)}1${'}'.repeat(150)}`],
    ['binaryToJson', nested(100_000)],
    ['binaryToYaml', nested(100_000)],
    ['serializeJsonl', [nested(100_000)]],
  ])('ends in a limit: %s', async (key, data) => {
    expect(await failure(key, data)).toMatchObject({
      code: 'limit',
      message: expect.stringMatching(/deep/) as string,
    });
  });

  it('ends in a limit where it is turned into text', async () => {
    expect(await failureOf(stepOf('convertToString'), { value: nested(100_000) })).toMatchObject({
      code: 'limit',
      message: 'The value nests too deep, or is too long, to be written as JSON.',
    });
  });

  it('ends in a limit in names of columns', async () => {
    const csv = `${'a.'.repeat(100_000)}\n1`;
    expect(await failure('deserializeFromCsv', csv, { unflatten: 'true' })).toMatchObject({ code: 'limit' });
  });
});

describe('numbers without an end', () => {
  it.each([
    ['convertToString', [5n], 'The value cannot be written as JSON: it holds a BigInt, or itself.'],
    ['convertToNumber', 5n, '“Value” needs a number, but got the bigint 5.'],
    ['convertToNumber', Infinity, '“Value” needs a number, but got the number Infinity.'],
    ['convertToNumber', 'Infinity', '“Value” needs a number, but got the text "Infinity".'],
  ])('are refused by %s', async (key, value, message) => {
    expect(await failureOf(stepOf(key), { value })).toMatchObject({
      code: 'input',
      message: expect.stringMatching(message) as string,
    });
  });
});

describe('what is very long', () => {
  it('ends in a limit where reading it would take too long', async () => {
    expect(await failure('deserializeFromYaml', `a: ${'x'.repeat(5_000_000)}`)).toMatchObject({
      code: 'limit',
    });
    expect(await failure('deserializeFromXml', `<a>${'x'.repeat(5_000_000)}</a>`)).toMatchObject({
      code: 'limit',
      message: 'The XML is longer than 5 million characters.',
    });
  });

  it('is read in time when a row has many columns of the same name', async () => {
    const [record] = (await result('deserializeFromCsv', `${'a,'.repeat(100_000)}\n1`)) as object[];
    expect(record).toMatchObject({ a: '1' });
  });
});

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

function stepOf(key: string): StepDefinition {
  const step = actions[key];
  if (!step) throw new Error(`There is no action “${key}”.`);
  return step;
}
