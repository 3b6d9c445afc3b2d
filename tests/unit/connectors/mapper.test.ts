import { describe, expect, it } from 'vitest';
import { valueListMapper, valueMapper } from '#lib/connectors/mapper/values.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

const valueMap = { apple: 'fruit', carrot: 'vegetable', 1: 'one', true: { yes: 1 } };

describe('the data mapper', () => {
  it.each<[unknown, unknown]>([
    ['apple', 'fruit'],
    [1, 'one'],
    [true, { yes: 1 }],
    ['stone', null],
    ['', null],
    [undefined, null],
    ['constructor', null],
    ['__proto__', null],
  ])('finds for %j the value %j', async (inputValue, expected) => {
    expect(await resultOf(valueMapper, { inputValue, valueMap })).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['JSON', '{"a":"b"}'],
    ['rows', [{ key: 'a', value: 'b' }]],
    ['rows of which the last counts', '[{"key":"a","value":"x"},{"key":"a","value":"b"}]'],
  ])('takes its table as %s', async (_name, table) => {
    expect(await resultOf(valueMapper, { inputValue: 'a', valueMap: table })).toBe('b');
  });

  it('finds a value for each of a list, nothing where there is none', async () => {
    const inputValueList = ['apple', 'stone', 'carrot', 'apple'];
    expect(await resultOf(valueListMapper, { inputValueList, valueMap })).toEqual([
      'fruit',
      null,
      'vegetable',
      'fruit',
    ]);
  });

  it('fails for what is no table, and for what is no list', async () => {
    expect(await failureOf(valueMapper, { inputValue: 'a', valueMap: 'b' })).toMatchObject({
      code: 'input',
      message: '“Value map” needs an object, but got the text "b".',
    });
    expect(await failureOf(valueListMapper, { inputValueList: 'a', valueMap })).toMatchObject({
      code: 'input',
      message: '“Values” needs a list, but got the text "a".',
    });
  });
});
