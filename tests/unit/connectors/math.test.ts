import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { math } from '#lib/connectors/math/index.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

const action = (key: string) => math.actions[key] as StepDefinition;
const perform = (key: string, inputs: Record<string, unknown>) => resultOf(action(key), inputs);

const ofOne = [
  ...['abs', 'ceil', 'floor', 'round', 'trunc', 'fround', 'sqrt', 'cbrt', 'sin', 'cos', 'tan', 'asin'],
  ...['acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
] as const;

describe('math', () => {
  it.each([
    ['add', ['1', '2'], 3],
    ['add', [16, '15'], 31],
    ['add', ['0.1', '0.2'], 0.1 + 0.2],
    ['add', [' 1e3 ', '-5'], 995],
    ['add', [[1, 2, 3]], 6],
    ['add', '[1, "2"]', 3],
    ['add', [], 0],
    ['add', Array.from({ length: 200_000 }, () => 1), 200_000],
    ['subtract', ['10', '2', '1'], 7],
    ['multiply', ['3', '4'], 12],
    ['multiply', [], 1],
    ['divide', ['10', '4'], 2.5],
    ['divide', [1, 0], Infinity],
    ['divide', [0, 0], NaN],
    ['max', ['1', '9', '-3'], 9],
    ['min', ['1', '9', '-3'], -3],
    ['max', Array.from({ length: 200_000 }, (_item, index) => index), 199_999],
    ['hypot', ['3', '4'], 5],
    ['hypot', [1, 1, 1], Math.hypot(1, 1, 1)],
    ['hypot', Array.from({ length: 250_000 }, () => 2), 1000],
    ['hypot', [], 0],
  ])('%s of %.40j', async (key, numbers, expected) => {
    const result = await perform(key, { numbers });
    if (key === 'hypot') expect(result).toBeCloseTo(expected, 9);
    else expect(result).toBe(expected);
  });

  it.each(['max', 'min'])('%s counts the numbers that are given as JSON instead', async (key) => {
    expect(await perform(key, { numbers: ['0', '100'], dynamicNumbers: '["5"]' })).toBe(5);
    expect(await perform(key, { numbers: ['7'], dynamicNumbers: '' })).toBe(7);
  });

  it.each(ofOne.flatMap((key) => [0.5, -2.5, 1].map((number) => [key, number] as const)))(
    '%s of %d is that of JavaScript, also from a text',
    async (key, number) => {
      expect(await perform(key, { number })).toBe(Math[key](number));
      expect(await perform(key, { number: String(number) })).toBe(Math[key](number));
    },
  );

  it.each([
    ['naturalLog', { number: Math.E }, 1],
    ['exp', { exponent: '1' }, Math.E],
    ['pow', { base: '2', exponent: '10' }, 1024],
    ['log', { number: '1000' }, 3],
    ['log', { number: 8, exponentBase: '2' }, 3],
    ['log', { number: 81, exponentBase: 3 }, 4],
  ])('%s of %j is %d', async (key, inputs, expected) => {
    expect(await perform(key, inputs)).toBeCloseTo(expected, 12);
  });

  it('takes the logarithm of a power of ten exactly', async () => {
    expect(await perform('log', { number: 1000, exponentBase: 10 })).toBe(3);
  });

  it.each([
    ['random', 0, '10', '20', 10],
    ['random', 0.5, '10', '20', 15],
    ['randomInt', 0, '1', '6', 1],
    ['randomInt', 0.999999, '1', '6', 6],
    ['randomInt', 0.5, '0.2', '2.9', 2],
    ['randomInt', 0.5, 3, 3, 3],
  ])('%s at chance %d from %s to %s is %d', async (key, chance, min, max, expected) => {
    expect(await resultOf(action(key), { min, max }, { random: () => chance })).toBe(expected);
  });

  it.each([
    ['add', { numbers: ['1', 'two'] }, '“Numbers, item 2” needs a number, but got the text "two".'],
    ['add', { numbers: [''] }, '“Numbers, item 1” needs a number, but got nothing.'],
    ['add', { numbers: [true] }, '“Numbers, item 1” needs a number, but got the boolean true.'],
    ['add', { numbers: [[1, [2]]] }, '“Numbers, item 2” needs a number, but got a list.'],
    ['multiply', { numbers: [{ a: 1 }] }, '“Numbers, item 1” needs a number, but got an object.'],
    ['hypot', { numbers: 'x' }, '“Numbers” needs a list, but got the text "x".'],
    ['subtract', {}, '“Subtract numbers” needs at least one number, but got none.'],
    ['divide', { numbers: [] }, '“Divide numbers” needs at least one number, but got none.'],
    ['max', { numbers: '[]' }, '“Maximum” needs at least one number, but got none.'],
    ['min', { dynamicNumbers: '["x"]' }, '“Numbers as JSON, item 1” needs a number, but got the text "x".'],
    ...[...ofOne, 'naturalLog'].map((key) => [
      key,
      { number: '1,5' },
      '“Number” needs a number, but got the text "1,5".',
    ]),
    ['exp', {}, '“Exponent” needs a number, but got nothing.'],
    ['pow', { base: 2 }, '“Exponent” needs a number, but got nothing.'],
    ['log', { number: '1', exponentBase: 'e' }, '“Base” needs a number, but got the text "e".'],
    ['random', { min: 2, max: 1 }, 'There is no such number from 2 to 1.'],
    ['random', { min: 0, max: 'Infinity' }, 'There is no such number from 0 to Infinity.'],
    ['randomInt', { min: 1.2, max: 1.8 }, 'There is no such number from 2 to 1.'],
  ] as [string, Record<string, unknown>, string][])('%s does not take %j', async (key, inputs, message) => {
    expect(await failureOf(action(key), inputs)).toMatchObject({ code: 'input', message });
  });
});

describe('math/evaluate', () => {
  it.each([
    ['2 * 3 + 7', 13],
    ['0.1 + 0.2', 0.1 + 0.2],
    ['-2^2', -4],
    ['7 % 3', 1],
    ['200 + 10%', 220],
    ['(1 + 2) * sqrt(16) / max(1, 2, 3)', 4],
    ['round(1.255, 2)', 1.26],
    ['5!', 120],
    ['cos(pi)', -1],
    ['1 / 0', Infinity],
    ['3 > 2 and not (1 > 2)', true],
    ['2 > 1 ? 5 : 6', 5],
    ['x = 3; y = 4\nhypot(x, y)', 5],
    ['f(x) = x ^ 2; f(3)', 9],
  ])('works out %s', async (expression, expected) => {
    expect(await perform('evaluate', { expression })).toBe(expected);
  });

  it.each([
    ['', 'gives something else than a number'],
    ['2 *', 'at character 4: Unexpected end of expression'],
    ['1,5', 'at character 2: Unexpected operator ,'],
    ['price * 2', 'Undefined symbol price'],
    ['"a" + 1', 'Cannot convert "a" to a number'],
    ['"a"', 'gives something else than a number'],
    ['null', 'gives something else than a number'],
    ['{a: 1}', 'gives something else than a number'],
    ['sqrt', 'gives something else than a number'],
    ['f(x) = f(x + 1); f(1)', 'calls itself without end'],
    ['('.repeat(50_000), 'nested too deeply'],
  ])('says why it cannot work out %.30s', async (expression, reason) => {
    const failure = await failureOf(action('evaluate'), { expression });
    expect(failure.code).toBe('input');
    expect(failure.message).toContain(reason);
  });

  it.each([
    'import({pi: 3}, {override: true})',
    'config({number: "BigNumber"})',
    'createUnit("knot")',
    'evaluate("1 + 1")',
    'parse("1 + 1")',
    'typed("f", {})',
    'factory("f", [], f)',
    'numeric("1", "BigNumber")',
    'compile("1")',
    'parser()',
    'simplify("x + x")',
    'derivative("x", "x")',
    'ones(100000)',
    '1:1000000000',
    'sqrt.constructor("return 1")()',
    '{a: 1}.constructor',
    '"a".constructor',
    'cos["constructor"]("return 1")()',
  ])('refuses %s, and works as before', async (expression) => {
    expect(await failureOf(action('evaluate'), { expression })).toMatchObject({ code: 'input' });
    expect(await perform('evaluate', { expression: '0.1 + 0.2 + pi' })).toBe(0.1 + 0.2 + Math.PI);
  });

  it('keeps nothing from one expression to the next', async () => {
    await perform('evaluate', { expression: 'pi = 3; secret = 5; sqrt(x) = x; 1' });
    expect(await perform('evaluate', { expression: 'pi + sqrt(4)' })).toBe(Math.PI + 2);
    expect(await failureOf(action('evaluate'), { expression: 'secret' })).toMatchObject({ code: 'input' });
  });
});
