import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { uuid } from '#lib/connectors/uuid/index.ts';
import { resultOf } from '../../support/performAction.ts';

const generate = (inputs: Record<string, unknown>, random: () => number = Math.random) =>
  resultOf(uuid.actions.generateUuid as StepDefinition, inputs, { random });
const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('uuid', () => {
  it('makes an identifier of version 4, each time another', async () => {
    const made = await Promise.all(Array.from({ length: 200 }, () => generate({})));
    for (const one of made) expect(one).toMatch(version4);
    expect(new Set(made).size).toBe(made.length);
  });

  it.each([0, 0.5, 0.999999])('makes one whatever the chance: %d', async (chance) => {
    expect(await generate({}, () => chance)).toMatch(version4);
  });

  it('writes it in capitals, or without dashes', async () => {
    expect(await generate({ case: 'upper', removeDashes: 'true' }, () => 0.7)).toBe(
      'BBBBBBBBBBBB4BBBBBBBBBBBBBBBBBBB',
    );
  });

  it('writes small letters for a word it does not know', async () => {
    expect(await generate({ case: 'title', removeDashes: 'no' })).toMatch(version4);
  });

  it('gives the empty one', async () => {
    expect(await resultOf(uuid.actions.emptyUuid as StepDefinition)).toBe(
      '00000000-0000-0000-0000-000000000000',
    );
  });
});
