import { describe, expect, it } from 'vitest';
import { checks } from '../../../src/cli/checks.ts';

describe('the check of schedules', () => {
  it.each(['*/5 * * * *', '00 00 */1 * *', '5 */1 * * *', '0 0 * * 7', '0 9 * * MON-FRI', ' 0 9 1 * * '])(
    'accepts %j',
    (text) => {
      expect(checks.cron(text)).toBeUndefined();
    },
  );

  it.each([
    ['* * * *', 'five fields'],
    ['0 * * * * *', 'five fields'],
    ['@hourly', 'five fields'],
    ['61 * * * *', 'no schedule'],
    ['*/0 * * * *', 'no schedule'],
    ['constructor * * * *', 'no schedule'],
    ['0 0 31 2 *', 'never comes'],
  ])('refuses %j with a sentence', (text, words) => {
    expect(checks.cron(text)).toMatch(new RegExp(`${words}.*\\.$`));
  });
});

describe('the check of code', () => {
  it.each([
    'module.exports = async (context, stepResults) => ({ data: 1 });',
    'export default async ({ logger }) => { return { data: await 1 }; };',
    'return 1;',
    '',
  ])('accepts %j', (text) => {
    expect(checks.code(text)).toBeUndefined();
  });

  it('names line and column of what is wrong', () => {
    expect(checks.code('module.exports = () => {\n  return 1 +;\n};')).toEqual({
      message: 'Unexpected token.',
      line: 2,
      column: 13,
    });
    expect(checks.code('export default () => {\n  let a; let a;\n};')).toMatchObject({ line: 2, column: 14 });
  });

  it('ends with a problem, not with an error, for code that nests too deeply to be read', () => {
    expect(checks.code('('.repeat(100_000))).toHaveProperty('message');
  });
});
