/** Every conformance case in Node: the same cases run on every other host. */
import { describe, expect, it } from 'vitest';
import type { ConformanceCase } from '../conformance/case.ts';
import { suites } from '../conformance/suites.ts';
import { comparable } from '../support/comparable.ts';
import { runCase } from '../support/runCase.ts';

describe.each(Object.entries(suites))('%s', (_name, cases) => {
  it.each(cases.map((one) => [one.sentence, one] as const))('%s', async (_sentence, one) => {
    const { seen, expected } = comparable(await runCase(one), one.expected);
    expect(seen).toEqual(expected);
  });
});

describe('the suite', () => {
  const all: readonly ConformanceCase[] = Object.values(suites).flat();

  it('has no two cases of one sentence', () => {
    expect(all.length).toBe(new Set(all.map(({ sentence }) => sentence)).size);
  });

  it('is plain data, so that it can be sent to any host', () => {
    expect(structuredClone(all)).toEqual(all);
  });
});
