/** What a conformance case looks at, of a run on any host: plain JSON on both sides, so that hosts can send it. */
import { pathKey } from '#lib/model/path.ts';
import type { Expected } from '../conformance/case.ts';
import type { CaseRun } from './runCase.ts';

export interface Comparable {
  seen: unknown;
  expected: unknown;
}

/** Two values that are equal when the run is what the case expects. */
export function comparable(run: CaseRun, expected: Expected): Comparable {
  return { seen: asJson(seen(run, expected)), expected: asJson(expected) };
}

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
