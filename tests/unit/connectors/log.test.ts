import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { log } from '#lib/connectors/log/index.ts';
import { failureOf, performAction } from '../../support/performAction.ts';

async function linesOf(key: string, inputs: Record<string, unknown>): Promise<[string, string][]> {
  const lines: [string, string][] = [];
  const write = (level: string, message: string) => void lines.push([level, message]);
  expect(await performAction(log.actions[key] as StepDefinition, inputs, { log: write })).toEqual({
    data: null,
  });
  return lines;
}

describe('log', () => {
  it.each([
    [{ level: 'warn', message: 'Almost full' }, ['warn', 'Almost full']],
    [{ message: { a: 1 } }, ['info', '{"a":1}']],
    [{ level: 'shout', message: 'Hello' }, ['info', 'Hello']],
  ])('writes %j', async (inputs, line) => expect(await linesOf('writeLog', inputs)).toEqual([line]));

  it('writes each metric on a line of its own', async () => {
    const metrics = [
      { key: 'orders', value: '5' },
      { key: 'seconds', value: 0.5 },
      { key: 'state', value: { up: true } },
    ];
    expect(await linesOf('writeMetric', { metrics })).toEqual([
      ['info', 'Metric orders: 5'],
      ['info', 'Metric seconds: 0.5'],
      ['info', 'Metric state: {"up":true}'],
    ]);
  });

  it('takes metrics as an object, and no list of numbers', async () => {
    expect(await linesOf('writeMetric', { metrics: { orders: 5 } })).toEqual([['info', 'Metric orders: 5']]);
    expect(await failureOf(log.actions.writeMetric as StepDefinition, { metrics: [5] })).toMatchObject({
      code: 'input',
    });
  });
});
