import { describe, expect, it } from 'vitest';
import type { CatalogueConnection, CatalogueInput, InputType } from '#lib/model/catalogue.ts';
import { dataOf, holdsJson, isChosenFile } from '#lib/views/inputs/data.ts';
import { rowsOf, rowsText, textRows, valueOf } from '#lib/views/inputs/rows.ts';
import { startValue } from '#lib/views/inputs/startValue.ts';
import { valueProblem } from '#lib/views/inputs/valueProblem.ts';

function input(type: InputType, more: Partial<CatalogueInput> = {}): CatalogueInput {
  return { key: 'x', label: 'Thing', type, required: false, ...more };
}

const kind: CatalogueConnection = {
  key: 'apiKey',
  label: 'API key',
  fields: [
    { key: 'host', label: 'Host', secret: false, required: false, default: 'https://a.example' },
    { key: 'token', label: 'Token', secret: true, required: true },
  ],
};

describe('what an input begins with', () => {
  it.each<[InputType, unknown, unknown]>([
    ['text', undefined, ''],
    ['text', 'a', 'a'],
    ['number', 5, '5'],
    ['boolean', false, 'false'],
    ['list', undefined, []],
    ['list', ['a'], ['a']],
    ['pairs', [{ key: 'a', value: 'b' }], [{ key: 'a', value: 'b' }]],
    ['object', { a: 1 }, '{\n  "a": 1\n}'],
  ])('of kind %s with the default %j is %j', (type, preset, value) => {
    expect(startValue(input(type, { default: preset }))).toEqual(value);
  });

  it('is the only kind of connection there is, where one is required, with its defaults', () => {
    const filled = { key: 'apiKey', fields: { host: 'https://a.example', token: '' } };
    expect(startValue(input('connection', { required: true }), [kind])).toEqual(filled);
    expect(startValue(input('connection'), [kind])).toEqual({ key: '', fields: {} });
    expect(startValue(input('connection', { required: true }), [kind, kind])).toEqual({
      key: '',
      fields: {},
    });
  });
});

describe('rows', () => {
  const list = input('list');
  const pairs = input('pairs');

  it('are texts, or keys with their values, and come out as they went in', () => {
    expect(valueOf(rowsOf(['a', '5'], list) ?? [], list)).toEqual(['a', '5']);
    const keyed = [{ key: 'a', value: 'b' }];
    expect(valueOf(rowsOf(keyed, pairs) ?? [], pairs)).toEqual(keyed);
  });

  it('cannot hold what is more than text', () => {
    expect(rowsOf([{ a: 1 }], list)).toBeUndefined();
    expect(rowsOf([{ key: 'a', value: [] }], pairs)).toBeUndefined();
    expect(rowsOf(['a'], pairs)).toBeUndefined();
    expect(rowsOf('["a"]', list)).toBeUndefined();
  });

  it('become JSON and rows again', () => {
    expect(rowsText([])).toBe('');
    expect(textRows(rowsText(['a']), list)).toEqual([{ key: '', value: 'a' }]);
    expect(textRows('', list)).toEqual([]);
  });

  it.each(['[', '{"a": 1}', '"a"', '[[1]]'])('are not made of %s', (text) => {
    expect(textRows(text, list)).toBeUndefined();
  });
});

describe('what stands in for an earlier output', () => {
  it.each([
    ['{"a": [1]}', { a: [1] }],
    [' [1, 2]', [1, 2]],
    ['12', '12'],
    ['true', 'true'],
    ['"a"', '"a"'],
    ['{ no', '{ no'],
    ['', ''],
  ])('of %j is %j', (text, data) => {
    expect(dataOf(text)).toEqual(data);
    expect(holdsJson(text)).toBe(typeof data === 'object');
  });

  it('is a file when one was chosen', () => {
    const file = { data: new ArrayBuffer(3), contentType: 'text/plain', name: 'a.txt' };
    expect(isChosenFile(file)).toBe(true);
    expect(dataOf(file)).toBe(file);
    expect(isChosenFile('{"data": 1}')).toBe(false);
    expect(isChosenFile(null)).toBe(false);
  });
});

describe('what is wrong with a value', () => {
  it.each<[string, CatalogueInput, unknown, string]>([
    ['a required one that is empty', input('text', { required: true }), '', '“Thing” is required.'],
    ['a required list without rows', input('list', { required: true }), [], '“Thing” is required.'],
    ['a required one with a default', input('text', { required: true, default: 'a' }), '', ''],
    ['an optional one that is empty', input('object'), '', ''],
    ['a number that is none', input('number'), 'abc', 'This is no number.'],
    ['a number', input('number'), '1.5', ''],
    ['an object that is a list', input('object'), '[1]', 'This is no object in JSON.'],
    ['an object that is no JSON', input('object'), '{', 'This is no object in JSON.'],
    ['an object', input('object'), '{"a":1}', ''],
    ['a list that is no JSON', input('list'), '[1', 'This is no list in JSON.'],
    ['a list that is a number', input('list'), '1', 'This is no list in JSON.'],
    ['a list', input('list'), '[1]', ''],
  ])('%s', (_, of, value, problem) => {
    expect(valueProblem(of, value)).toBe(problem);
  });

  it('is of a connection the first field that it needs', () => {
    const required = input('connection', { required: true });
    expect(valueProblem(required, { key: '', fields: {} }, [kind])).toBe('“Thing” is required.');
    expect(valueProblem(required, { key: 'apiKey', fields: {} }, [kind])).toBe('“Token” is required.');
    expect(valueProblem(required, { key: 'apiKey', fields: { token: 't' } }, [kind])).toBe('');
    expect(valueProblem(input('connection'), { key: '', fields: {} }, [kind])).toBe('');
  });
});
