import { describe, expect, it } from 'vitest';
import { changeDataFormat } from '#lib/connectors/format/index.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

const { actions } = changeDataFormat;

const result = (key: string, inputs: Readonly<Record<string, unknown>>) => resultOf(stepOf(key), inputs);
const failure = (key: string, inputs: Readonly<Record<string, unknown>>) => failureOf(stepOf(key), inputs);

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const bytes = (text: string) => new TextEncoder().encode(text).buffer;

describe('change data format', () => {
  it.each<[string, Readonly<Record<string, unknown>>, unknown]>([
    ['deserializeFromJson', { data: '{"a":[1,null]}' }, { a: [1, null] }],
    ['deserializeFromJson', { data: '\uFEFF5' }, 5],
    ['deserializeFromJson', { data: { data: bytes('[true]'), contentType: 'application/json' } }, [true]],
    ['deserializeFromJson', { data: { data: { a: 1 }, contentType: 'application/json' } }, { a: 1 }],
    ['deserializeFromYaml', { data: 'a: &x [1, yes]\nb: *x\n' }, { a: [1, 'yes'], b: [1, 'yes'] }],
    ['deserializeFromYaml', { data: 'x: &x {a: 1}\ny: {<<: *x, b: 2}' }, { x: { a: 1 }, y: { a: 1, b: 2 } }],
    ['deserializeFromYaml', { data: 'when: 2024-01-02' }, { when: '2024-01-02' }],
    ['deserializeFromCsv', { data: 'a,b\n1,"x\ny"\n' }, [{ a: '1', b: 'x\ny' }]],
    [
      'deserializeFromCsv',
      { data: 'a,b\n1,2', header: 'false' },
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['deserializeFromCsv', { data: 'a,a\n1,2\n\n3' }, [{ a: '1', a_1: '2' }, { a: '3' }]],
    ['deserializeFromCsv', { data: 'a\n1,2' }, [{ a: '1', __parsed_extra: ['2'] }]],
    [
      'deserializeFromCsv',
      { data: 'id,to.city,to.zip\n1,Ulm,89073', unflatten: 'true' },
      [{ id: '1', to: { city: 'Ulm', zip: '89073' } }],
    ],
    ['deserializeFromCsv', { data: '' }, []],
    ['deserializeFromBinary', { data: bytes('{"a":1}') }, { a: 1 }],
    ['deserializeFromBinary', { data: { data: bytes('plain'), contentType: 'text/plain' } }, 'plain'],
    ['deserializeJsonl', { data: '{"a":1}\r\n\n[2]\n' }, [{ a: 1 }, [2]]],
    ['serializeJsonl', { data: [{ a: 1 }, 'x'] }, '{"a":1}\n"x"'],
    ['deserializeFormData', { data: 'a=1&b=x+y%26&a=2&c' }, { a: ['1', '2'], b: 'x y&', c: '' }],
    ['deserializeFormData', { data: '' }, {}],
    [
      'serializeFormData',
      { data: { a: [1, 2], b: 'x y', c: { d: 1 }, e: null } },
      'a=1&a=2&b=x+y&c=%7B%22d%22%3A1%7D&e=',
    ],
    ['prettyPrint', { data: { a: [1] } }, '{\n  "a": [\n    1\n  ]\n}'],
    ['prettyPrint', { data: '{"a":1}' }, '{\n  "a": 1\n}'],
    ['convertToString', { value: 5 }, '5'],
    ['convertToString', { value: { a: 1 } }, '{"a":1}'],
    ['convertToString', { value: null }, ''],
    ['convertToString', { value: bytes('é') }, 'é'],
    ['convertToNumber', { value: ' 5.5 ' }, 5.5],
    ['convertToNumber', { value: true }, 1],
    ['convertToNumber', { value: '' }, 0],
    ['convertToInt', { value: '12.9' }, 12],
    ['convertToInt', { value: '12 pieces' }, 12],
    ['convertToInt', { value: -12.9 }, -12],
    ['convertToInt', { value: '' }, 0],
    ['convertToInt', { value: 'five' }, 0],
    ['convertToInt', { value: 'Infinity' }, 0],
    ['convertToInt', { value: '-0' }, 0],
    ['convertToInt', { value: bytes('7 pieces') }, 7],
    ['convertToInt', { value: true }, 1],
    ['convertToBoolean', { value: 'Yes' }, true],
    ['convertToBoolean', { value: '1' }, true],
    ['convertToBoolean', { value: 'n' }, false],
    ['convertToBoolean', { value: '' }, false],
    ['convertToBoolean', { value: [] }, true],
  ])('%s of %j is %j', async (key, inputs, expected) => {
    expect(await result(key, inputs)).toEqual(expected);
  });

  it('reads the whole body of a form post, and the JSON in one of its fields', async () => {
    const data = 'payload=%7B%22channel%22%3A%7B%22id%22%3A%22C1%22%7D%7D';
    const body = { data, contentType: 'application/x-www-form-urlencoded' };
    const form = await result('deserializeFormData', { data: body });
    expect(form).toEqual({ payload: '{"channel":{"id":"C1"}}' });
    const { payload } = form as { payload: string };
    expect(await result('deserializeFromJson', { data: payload })).toEqual({ channel: { id: 'C1' } });
  });

  const rows = [{ a: 'x', b: '1' }];

  it.each([
    ['csvToJson', 'a,b\nx,1', '[{"a":"x","b":"1"}]'],
    ['csvToXml', 'a,b\nx,1', `${declaration}<root><item><a>x</a><b>1</b></item></root>`],
    ['csvToYaml', 'a,b\nx,1', '- a: x\n  b: "1"\n'],
    ['jsonToCsv', JSON.stringify(rows), 'a,b\r\nx,1'],
    [
      'jsonToXml',
      '{"o":{"@_id":"7","#text":"t","i":[1,2]}}',
      `${declaration}<o id="7">t<i>1</i><i>2</i></o>`,
    ],
    ['jsonToYaml', '{"a":[1,"1"]}', 'a:\n  - 1\n  - "1"\n'],
    ['xmlToCsv', '<l><i><a>x</a></i><i><a>y</a><b>2</b></i></l>', 'a,b\r\nx,\r\ny,2'],
    ['xmlToJson', '<o id="7">t<i>1</i><i>2</i></o>', '{"o":{"@_id":"7","i":[1,2],"#text":"t"}}'],
    ['xmlToYaml', '<o><i>1</i></o>', 'o:\n  i: 1\n'],
    ['yamlToCsv', '- {a: x, b: 1}', 'a,b\r\nx,1'],
    ['yamlToJson', 'a: [1, x]', '{"a":[1,"x"]}'],
    ['yamlToXml', 'o: {i: 1}', `${declaration}<o><i>1</i></o>`],
    ['binaryToJson', rows, '[{"a":"x","b":"1"}]'],
    ['binaryToJson', '{"a":1}', '{"a":1}'],
    ['binaryToJson', 'plain', '"plain"'],
    ['binaryToJson', { data: bytes('{"a":1}'), contentType: 'application/json' }, '{"a":1}'],
    ['binaryToCsv', { a: { b: [1], c: {} } }, 'a.b,a.c\r\n[1],{}'],
    ['binaryToCsv', [['a', 1], ['b']], 'a,1\r\nb'],
    ['binaryToXml', [1, [2]], `${declaration}<root><item>1</item><item><item>2</item></item></root>`],
    ['binaryToYaml', { a: null }, 'a: null\n'],
  ])('%s of %j is %j', async (key, data, expected) => {
    expect(await result(key, { data })).toBe(expected);
  });

  it.each([
    ['deserializeFromJson', { data: '{\n  "a": 1,\n}' }, /^This is no valid JSON: .*\(line 3, column 1\)\.$/],
    ['deserializeFromJson', { data: '[1,' }, /^This is no valid JSON: .*\(line 1, column 4\)\.$/],
    [
      'deserializeFromXml',
      { data: '<a>\n  <b></c>\n</a>' },
      /^This is no valid XML: .*not closed.*\(line 2, column 6\)\.$/,
    ],
    ['deserializeFromXml', { data: '<a/><b/>' }, /not exactly one outermost element/],
    ['deserializeFromXml', { data: '<a><b>' }, /^This is no valid XML: an element is not closed[^(]*$/],
    ['deserializeFromXml', { data: 'no XML' }, /^This is no valid XML/],
    ['deserializeFromYaml', { data: 'a: 1\nb: [1' }, /^This is no valid YAML: .*\(line 2, column \d+\)\.$/],
    [
      'deserializeFromYaml',
      { data: 'a: 1\na: 2' },
      /^This is no valid YAML: a key stands twice \(line 2, column 1\)\.$/,
    ],
    ['deserializeFromYaml', { data: 'a: 1\n---\nb: 1' }, /more than one document.*\(line 2/],
    ['deserializeFromYaml', { data: 'a: *x' }, /^This is no valid YAML/],
    ['deserializeFromCsv', { data: 'a,b\n1,2\n3,"x' }, /^This is no valid CSV: .*\(line 3\)\.$/],
    ['deserializeFromBinary', { data: new Uint8Array([0xff, 0xfe]) }, /no text in UTF-8/],
    ['deserializeJsonl', { data: '{}\n{' }, /^This is no valid JSONL: .*\(line 2\)\.$/],
    ['serializeJsonl', { data: 'x' }, /needs a list/],
    ['deserializeFormData', { data: new Uint8Array([0xff]) }, /no text in UTF-8/],
    ['serializeFormData', { data: [1] }, /needs an object/],
    ['prettyPrint', { data: 'x' }, /^This is no valid JSON/],
    ['convertToString', { value: new Uint8Array([0xff]) }, /no text in UTF-8/],
    ['convertToNumber', { value: 'five' }, /needs a number/],
    ['convertToNumber', { value: 'Infinity' }, /needs a number, but got the text "Infinity"/],
    ['convertToNumber', { value: Infinity }, /needs a number, but got the number Infinity/],
    ['convertToInt', { value: -Infinity }, /needs a number, but got the number -Infinity/],
    ['convertToInt', { value: { a: 1 } }, /needs a number, but got an object/],
    ['convertToInt', { value: '9'.repeat(400) }, /needs a number/],
    ['convertToBoolean', { value: 'maybe' }, /needs yes or no/],
    ['csvToJson', { data: 'a\n"x' }, /^This is no valid CSV/],
    ['csvToXml', { data: 'a\n"x' }, /^This is no valid CSV/],
    ['csvToYaml', { data: 'a\n"x' }, /^This is no valid CSV/],
    ['jsonToCsv', { data: '{' }, /^This is no valid JSON/],
    ['jsonToXml', { data: '' }, /^This is no valid JSON: there is nothing in it\.$/],
    ['jsonToYaml', { data: '{' }, /^This is no valid JSON/],
    ['xmlToCsv', { data: '<a>' }, /^This is no valid XML/],
    ['xmlToJson', { data: '<a b=c/>' }, /attribute is not written as name="value"/],
    ['xmlToYaml', { data: '' }, /^This is no valid XML/],
    ['yamlToCsv', { data: '[' }, /^This is no valid YAML/],
    ['yamlToJson', { data: '[' }, /^This is no valid YAML/],
    ['yamlToXml', { data: '[' }, /^This is no valid YAML/],
    ['binaryToJson', { data: new Uint8Array([0xff]) }, /no text in UTF-8/],
    ['binaryToCsv', { data: new Uint8Array([0xff]) }, /no text in UTF-8/],
    ['binaryToXml', { data: new Uint8Array([0xff]) }, /no text in UTF-8/],
    ['binaryToYaml', { data: new Uint8Array([0xff]) }, /no text in UTF-8/],
  ])('%s of %j fails with a sentence', async (key, inputs, sentence) => {
    expect(await failure(key, inputs)).toMatchObject({
      code: 'input',
      message: expect.stringMatching(sentence) as string,
    });
  });

  it('has every action of the format, and no other', () => {
    const formats = ['Csv', 'Json', 'Xml', 'Yaml'];
    const between = formats.flatMap((from) =>
      formats.filter((to) => to !== from).map((to) => `${from.toLowerCase()}To${to}`),
    );
    const others = [
      'deserializeJsonl',
      'deserializeFormData',
      'serializeJsonl',
      'serializeFormData',
      'prettyPrint',
    ];
    expect(Object.keys(actions).sort()).toEqual(
      [
        ...between,
        ...others,
        ...formats.map((to) => `binaryTo${to}`),
        ...[...formats, 'Binary'].map((from) => `deserializeFrom${from}`),
        ...['String', 'Number', 'Int', 'Boolean'].map((kind) => `convertTo${kind}`),
      ].sort(),
    );
  });
});

function stepOf(key: string) {
  const step = actions[key];
  if (!step) throw new Error(`There is no action “${key}”.`);
  return step;
}
