import { describe, expect, it } from 'vitest';
import { csv } from '#lib/connectors/csv/index.ts';
import { generate, generateFromObject } from '#lib/connectors/csv/generate.ts';
import { parse } from '#lib/connectors/csv/parse.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

describe('parse CSV', () => {
  it('gives rows, errors and what it found out, as Papa Parse does', async () => {
    expect(await resultOf(parse, { csv: 'name,quantity\nBolt,5\n', delimiter: ',' })).toEqual({
      data: [{ name: 'Bolt', quantity: '5' }],
      errors: [],
      meta: {
        delimiter: ',',
        linebreak: '\n',
        aborted: false,
        truncated: false,
        cursor: 21,
        renamedHeaders: null,
        fields: ['name', 'quantity'],
      },
    });
  });

  it.each([
    [
      'quotes, delimiters and lines in values',
      { csv: 'a,b\r\n"x,""y""","1\r\n2"' },
      [{ a: 'x,"y"', b: '1\r\n2' }],
    ],
    ['another delimiter', { csv: 'a;b\n1;2', delimiter: ';' }, [{ a: '1', b: '2' }]],
    ['a tab as people write it', { csv: 'a\tb\n1\t2', delimiter: '\\t' }, [{ a: '1', b: '2' }]],
    [
      'no names of columns',
      { csv: 'a,b\n1,2', ignoreHeaders: 'true' },
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['empty lines', { csv: 'a,b\n\n1,2\n\n' }, [{ a: '1', b: '2' }]],
    ['empty values in the only column', { csv: 'a\n\n1\n\n' }, [{ a: '' }, { a: '1' }, { a: '' }]],
    ['columns of one name', { csv: 'a,a,a_1,a\n1,2,3,4' }, [{ a: '1', a_2: '2', a_1: '3', a_3: '4' }]],
    ['a mark at the start', { csv: '\uFEFFa\n1' }, [{ a: '1' }]],
    ['bytes', { csv: new TextEncoder().encode('ä\nö') }, [{ ä: 'ö' }]],
    ['nothing', { csv: '' }, []],
  ])('reads %s', async (_what, inputs, expected) => {
    expect(await resultOf(parse, inputs)).toMatchObject({ data: expected, errors: [] });
  });

  it.each([
    ['a,b\n1', { type: 'FieldMismatch', code: 'TooFewFields', row: 0 }],
    ['a,b\n1,2\n1,2,3', { type: 'FieldMismatch', code: 'TooManyFields', row: 1 }],
    ['a,b\n1,"2', { type: 'Quotes', code: 'MissingQuotes', row: 1 }],
  ])('says what is wrong with %j in its result', async (text, error) => {
    expect(await resultOf(parse, { csv: text })).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining(error)]) as unknown,
    });
  });

  it.each(['"', '\n'])('fails when %j should stand between values', async (delimiter) => {
    const failure = await failureOf(parse, { csv: 'a', delimiter });
    expect(failure).toMatchObject({
      code: 'input',
      message: expect.stringMatching(/cannot stand between the values/) as string,
    });
  });
});

describe('generate CSV', () => {
  it.each([
    ['objects', { inputArray: [{ a: 1, b: 'x' }, { a: 2 }] }, 'a,b\r\n1,x\r\n2,'],
    ['columns that only later rows have', { inputArray: [{ a: 1 }, { b: 2 }] }, 'a,b\r\n1,\r\n,2'],
    ['no header', { inputArray: [{ a: 1 }], includeHeader: 'false' }, '1'],
    ['another delimiter', { inputArray: [{ a: '1;2', b: 'x,y' }], delimiter: ';' }, 'a;b\r\n"1;2";x,y'],
    ['quotes and lines', { inputArray: [{ a: 'say "hi"\nnow' }] }, 'a\r\n"say ""hi""\nnow"'],
    [
      'lists as they are',
      {
        inputArray: [
          ['a', 'b'],
          [1, null],
        ],
      },
      'a,b\r\n1,',
    ],
    ['values', { inputArray: ['x', 2] }, 'value\r\nx\r\n2'],
    ['objects and lists inside', { inputArray: [{ a: { b: 1 }, c: [1, 2] }] }, 'a.b,c\r\n1,"[1,2]"'],
    ['a list as JSON', { inputArray: '[{"a":true}]' }, 'a\r\ntrue'],
    ['nothing', { inputArray: [] }, ''],
  ])('writes %s', async (_what, inputs, expected) => {
    expect(await resultOf(generateFromObject, inputs)).toBe(expected);
    expect(await resultOf(generate, inputs)).toBe(expected);
  });

  it.each([
    [{ inputArray: 'x' }, /needs a list/],
    [{ inputArray: [1], delimiter: '"' }, /cannot stand between the values/],
  ])('fails for %j', async (inputs, message) => {
    expect(await failureOf(generateFromObject, inputs)).toMatchObject({
      code: 'input',
      message: expect.stringMatching(message) as string,
    });
    expect(await failureOf(generate, inputs)).toMatchObject({
      code: 'input',
      message: expect.stringMatching(message) as string,
    });
  });

  it('ends in a limit where rows with columns of their own would make too many cells', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ [`c${index}`]: index }));
    expect(await failureOf(generateFromObject, { inputArray: rows(5000) })).toMatchObject({
      code: 'limit',
      message: 'The CSV would have more than 5 million cells.',
    });
    expect(await resultOf(generateFromObject, { inputArray: rows(500) })).toMatch(/^c0,c1,/);
  });

  it('ends in a limit for what nests too deep', async () => {
    const inputArray = [JSON.parse(`${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`)];
    expect(await failureOf(generateFromObject, { inputArray })).toMatchObject({ code: 'limit' });
  });
});

it('CSV has the actions of the format', () => {
  expect(Object.keys(csv.actions)).toEqual(['parse', 'generateFromObject', 'generate']);
});
