import { describe, expect, it } from 'vitest';
import { chooseLane } from '#lib/engine/conditions.ts';
import { Scope } from '#lib/engine/Scope.ts';
import { readConditions } from '#lib/model/condition.ts';
import { FailureError } from '#lib/model/failure.ts';
import type { ComplexItem } from '#lib/model/integration.ts';
import { complex, value } from '../support/build.ts';

/** Whether `operator(left, right)` holds. */
function holds(operator: string, ...terms: unknown[]): boolean {
  return lane(['and', [operator, ...terms.map((term) => ({ ...value(term), name: '' }))]]) === 'Yes';
}

function lane(when: ComplexItem[]): string {
  return chooseLane(readConditions(complex({ ...complex(...when), name: 'Yes' })), new Scope({}));
}

describe('operators (format.md 1.6.3)', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['equal', '1', 1, true],
    ['equal', 'true', true, true],
    ['equal', { a: '1' }, { a: 1 }, true],
    ['equal', { a: 1 }, { a: 1, b: 2 }, false],
    ['equal', [1, 2], '[1,2]', true],
    ['equal', [], {}, false],
    ['notEqual', 'a', 'b', true],
    ['exactlyMatches', '1', 1, true],
    ['exactlyMatches', 'a', 'a', true],
    ['exactlyMatches', { a: '1' }, { a: 1 }, false],
    ['doesNotExactlyMatch', { a: '1' }, { a: 1 }, true],
    ['greaterThan', '10', '9', true],
    ['greaterThan', '10', 9, true],
    ['greaterThanOrEqual', '182.50', '150', true],
    ['lessThan', 'b', 'a', false],
    ['lessThanOrEqual', 5, '5', true],
    ['greaterThan', undefined, 1, false],
    ['in', 'a', ['a', 'b'], true],
    ['in', '1', [1], true],
    ['in', 'bc', 'abcd', true],
    ['in', 'key', { key: 1 }, true],
    ['in', 'constructor', {}, false],
    ['in', 'key', '{"key":"value"}', true],
    ['in', 'value', '{"key":"value"}', false],
    ['endsWith', '0', '1.50', false],
    ['exactlyMatches', '0', '-0', true],
    ['equal', new Date(1), new Date(2), false],
    ['notIn', 'z', ['a'], true],
    ['startsWith', 'ab', 'abc', true],
    ['startsWith', 'abc', 'ab', false],
    ['doesNotStartWith', 'b', 'abc', true],
    ['endsWith', 'bc', 'abc', true],
    ['doesNotEndWith', 'bc', 'abc', false],
    ['dateTimeAfter', '2026-01-02T00:00:00Z', '2026-01-01', true],
    ['dateTimeBefore', 0, '2026-01-01', true],
    ['dateTimeSame', '1767225600', '2026-01-01T00:00:00Z', true],
  ])('%s %j %j is %s', (operator, left, right, expected) =>
    expect(holds(operator, left, right)).toBe(expected),
  );

  it.each<[string, unknown, boolean]>([
    ['isTrue', 'Yes', true],
    ['isTrue', 'no', false],
    ['isTrue', 'other', true],
    ['isFalse', 'F', true],
    ['isFalse', '', true],
    ['exists', [], true],
    ['exists', '0', false],
    ['exists', 'false', false],
    ['isTrue', '0', false],
    ['exists', 0, false],
    ['exists', '', false],
    ['doesNotExist', null, true],
    ['isEmpty', [], true],
    ['isEmpty', '[]', true],
    ['isEmpty', '', true],
    ['isEmpty', 'a', false],
    ['isNotEmpty', [1], true],
  ])('%s %j is %s, with and without an empty second term', (operator, left, expected) => {
    expect(holds(operator, left)).toBe(expected);
    expect(holds(operator, left, '')).toBe(expected);
  });

  it.each([
    ['isEmpty', 5],
    ['in', 1, 5],
    ['in', '2', '123'],
    ['constructor', 1],
    ['toString', 1],
    ['__proto__', 1],
    ['dateTimeAfter', 'soon', '2026-01-01'],
    ['noSuchOperator', 1],
  ])('%s fails for what it cannot compare', (operator, ...terms) => {
    expect(() => holds(operator, ...terms)).toThrow(FailureError);
  });
});

describe('groups', () => {
  const yes: ComplexItem = ['equal', { ...value(1), name: '' }, { ...value(1), name: '' }];
  const no: ComplexItem = ['equal', { ...value(1), name: '' }, { ...value(2), name: '' }];
  const broken: ComplexItem = ['isEmpty', { ...value(5), name: '' }];

  it('and needs all, or needs one, and they nest', () => {
    expect(lane(['and', yes, no])).toBe('Else');
    expect(lane(['or', no, yes])).toBe('Yes');
    expect(lane(['and', yes, ['or', no, ['and', yes, yes]]])).toBe('Yes');
  });

  it('stop as soon as the result is known', () => {
    expect(lane(['or', yes, broken])).toBe('Yes');
    expect(lane(['and', no, broken])).toBe('Else');
  });

  it('without conditions no lane but Else is taken', () => {
    expect(chooseLane(readConditions(undefined), new Scope({}))).toBe('Else');
  });
});
