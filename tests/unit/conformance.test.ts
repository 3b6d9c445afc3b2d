/** Every conformance case in Node: the same cases run on every other host. */
import { describe, expect, it } from 'vitest';
import { pathKey } from '#lib/model/path.ts';
import type { ConformanceCase, Expected } from '../conformance/case.ts';
import { suites } from '../conformance/suites.ts';
import { runCase, type CaseRun } from '../support/runCase.ts';

describe.each(Object.entries(suites))('%s', (_name, cases) => {
  it.each(cases.map((one) => [one.sentence, one] as const))('%s', async (_sentence, one) => {
    const run = await runCase(one);
    expect(asJson(seen(run, one.expected))).toEqual(asJson(one.expected));
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

/** As much of a run as the case looks at. */
function seen(run: CaseRun, expected: Expected): unknown {
  const { outcome, entries, ...rest } = run;
  const whole: Record<string, unknown> = {
    ...rest,
    status: outcome.status,
    result: outcome.result,
    failure: pick(outcome.failure ?? {}, expected.failure ?? {}),
    warnings: outcome.warnings ?? 0,
    response: outcome.response,
    journal: entries.map(({ path, status, output }, index) => {
      const compares = (expected.journal?.[index]?.length ?? 2) > 2;
      return [pathKey(path), status, ...(compares ? [output] : [])];
    }),
  };
  return pick(whole, expected);
}

function pick(from: object, like: object): unknown {
  return Object.fromEntries(Object.keys(like).map((key) => [key, (from as Record<string, unknown>)[key]]));
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
