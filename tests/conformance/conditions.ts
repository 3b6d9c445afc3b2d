/** Every operator of conditions, as a flow that branches on it (format.md 1.6.3). */
import { branch, value } from '../support/build.ts';
import { when } from '../support/flows.ts';
import { gives, of, type ConformanceCase } from './case.ts';

/** Operator, terms, and whether it holds; `fails` where the terms cannot be compared. */
type Row = readonly [operator: string, left: unknown, right: unknown, outcome: boolean | 'fails'];

const rows: readonly Row[] = [
  ['equal', '1', 1, true],
  ['equal', { a: '1' }, { a: 1 }, true],
  ['equal', 'a', 'b', false],
  ['notEqual', 'a', 'b', true],
  ['notEqual', '[1]', [1], false],
  ['exactlyMatches', { a: 1 }, { a: 1 }, true],
  ['exactlyMatches', { a: '1' }, { a: 1 }, false],
  ['doesNotExactlyMatch', 'x', 'x', false],
  ['greaterThan', '10', '9', true],
  ['greaterThanOrEqual', '9', 9, true],
  ['lessThan', '10', '9', false],
  ['lessThanOrEqual', '8.5', '8.50', true],
  ['in', 'b', ['a', 'b'], true],
  ['in', 'ell', 'hello', true],
  ['in', 'key', { key: 0 }, true],
  ['in', 'a', 5, 'fails'],
  ['notIn', 'z', 'hello', true],
  ['startsWith', 'he', 'hello', true],
  ['startsWith', 'hello', 'he', false],
  ['doesNotStartWith', 'he', 'hello', false],
  ['endsWith', 'lo', 'hello', true],
  ['doesNotEndWith', 'he', 'hello', true],
  ['isTrue', 'Yes', '', true],
  ['isTrue', '0', '', false],
  ['isFalse', 'n', '', true],
  ['exists', [], '', true],
  ['exists', '0', '', false],
  ['doesNotExist', '', '', true],
  ['isEmpty', [], '', true],
  ['isEmpty', 7, '', 'fails'],
  ['isNotEmpty', 'text', '', true],
  ['dateTimeAfter', '2026-01-02', '2026-01-01', true],
  ['dateTimeBefore', 0, '2026-01-01', true],
  ['dateTimeSame', '1767225600', '2026-01-01T00:00:00Z', true],
  ['dateTimeSame', 'soon', '2026-01-01', 'fails'],
  ['noSuchOperator', 1, 1, 'fails'],
];

export const conditions: readonly ConformanceCase[] = rows.map(([operator, left, right, outcome]) => {
  const sentence = `${JSON.stringify(left)} ${operator} ${JSON.stringify(right)} ${say(outcome)}`;
  const lane = { lane: 'Holds', when: when(operator, value(left), value(right)), steps: [] };
  const expected =
    outcome === 'fails'
      ? ({ status: 'failed', failure: { code: 'input', step: 'If' } } as const)
      : gives(outcome ? 'Holds' : 'Else');
  return of(sentence, [branch('If', [lane])], expected);
});

function say(outcome: boolean | 'fails'): string {
  if (outcome === 'fails') return 'cannot be compared';
  return outcome ? 'holds' : 'does not hold';
}
