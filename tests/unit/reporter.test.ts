import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Reporter } from '#lib/runtime/Reporter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How often it reports in a second in which it is asked every millisecond, when a report takes so long. */
function reportsInASecond(tookMs: number): number {
  let [reports, ends] = [0, performance.now() + 1000];
  const reporter = new Reporter(() => {
    reports += 1;
    vi.advanceTimersByTime(tookMs);
    ends += tookMs;
  });
  while (performance.now() < ends) {
    reporter.soon();
    vi.advanceTimersByTime(1);
  }
  return reports;
}

it('reports at most once a frame, however often it is asked', () => {
  expect(reportsInASecond(0)).toBeGreaterThan(50);
  expect(reportsInASecond(0)).toBeLessThanOrEqual(63);
});

it('reports less often when a report takes long', () => {
  expect(reportsInASecond(10)).toBeLessThanOrEqual(6);
});

it('reports at once when it is told to, and not again for what was asked before', () => {
  const report = vi.fn();
  const reporter = new Reporter(report);
  reporter.soon();
  reporter.now();
  vi.advanceTimersByTime(1000);
  expect(report).toHaveBeenCalledTimes(1);
});
