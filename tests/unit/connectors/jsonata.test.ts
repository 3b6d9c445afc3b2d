import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { jsonata } from '#lib/connectors/jsonata/index.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

const transform = jsonata.actions.transform as StepDefinition;
const query = (expression: string, data?: unknown) => resultOf(transform, { expression, data });
const fail = (expression: string, data?: unknown) => failureOf(transform, { expression, data });

const items = {
  items: [
    { name: 'nut', price: 4 },
    { name: 'bolt', price: 7 },
  ],
};

describe('jsonata/transform', () => {
  it.each([
    ['$sum(items.price)', items, 11],
    ['$sum(items.price)', JSON.stringify(items), 11],
    ['items.name', items, ['nut', 'bolt']],
    ['items[price > 5].name', items, 'bolt'],
    ['items.{"label": $uppercase(name)}', items, [{ label: 'NUT' }, { label: 'BOLT' }]],
    ['$map($, function($x) { $x * 2 })', [1, 2], [2, 4]],
    ['nothing', items, null],
    ['1 / 4', undefined, 0.25],
    ['"a" & $', 'b', 'ab'],
    ['{"a": 1, "f": $sum, "g": function() { 1 }}', {}, { a: 1 }],
    ['$match("ab", /b/).index', {}, 1],
  ] as [string, unknown, unknown][])('%s of %j is %j', async (expression, data, expected) => {
    const result = await query(expression, data);
    expect(result).toEqual(expected);
    if (Array.isArray(result)) expect(Object.keys(result)).toEqual(result.map((_item, index) => `${index}`));
  });

  it.each([
    ['a +', 'at character 3: Unexpected end of expression'],
    ['$missing(1)', 'at character 9: Attempted to invoke a non-function'],
    ['$number("x")', 'at character 8: Unable to cast value to a number: "x"'],
    ['$error("Stock is empty")', 'Stock is empty'],
    ['function($x) { $x }', 'it gives a function'],
    ['$sum', 'it gives a function'],
    ['', 'at character 0: Unexpected end of expression'],
    ['('.repeat(50_000), 'it is nested too deeply'],
    ['($f := function($x) { 1 + $f($x) }; $f(1))', 'Stack overflow'],
    ['[1..9999999999]', 'must not exceed 1e7'],
  ])('says why it cannot work out %.30s', async (expression, reason) => {
    const failure = await fail(expression, {});
    expect(failure.code).toBe('input');
    expect(failure.message).toContain(`The expression cannot be worked out: `);
    expect(failure.message).toContain(reason);
  });

  it('reaches nothing but the data', async () => {
    for (const expression of ['constructor', 'toString', '$lookup($, "constructor")', '$.__proto__'])
      expect(await query(expression, { a: 1 })).toBeNull();
    await query('$merge([{"__proto__": {"polluted": 1}}])', {});
    await query('$ ~> |$|{"__proto__": {"polluted": 1}}|', { a: 1 });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
