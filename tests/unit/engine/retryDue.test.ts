import { describe, expect, it } from 'vitest';
import { retryDue } from '#lib/engine/retryDue.ts';

const MINUTE = 60_000;

describe('a failed execution', () => {
  it('is not started again without a configuration, or with none of its tries left', () => {
    expect(retryDue(undefined, 1, 0)).toBeUndefined();
    expect(retryDue({ maxAttempts: 0, delayMinutes: 5 }, 1, 0)).toBeUndefined();
    expect(retryDue({ maxAttempts: 2, delayMinutes: 5 }, 3, 0)).toBeUndefined();
  });

  it('is started again so many minutes after it ended', () => {
    expect(retryDue({ maxAttempts: 2, delayMinutes: 5 }, 2, 1_000)).toBe(1_000 + 5 * MINUTE);
  });

  it.each([
    [1, 5],
    [2, 10],
    [3, 20],
  ])('waits twice as long each time when it backs off: after %i tries %i minutes', (tries, minutes) => {
    const config = { maxAttempts: 10, delayMinutes: 5, usesExponentialBackoff: true };
    expect(retryDue(config, tries, 0)).toBe(minutes * MINUTE);
  });

  it('is held to ten tries, an hour between them, and a day when it backs off', () => {
    expect(retryDue({ maxAttempts: 99, delayMinutes: 0 }, 11, 0)).toBeUndefined();
    expect(retryDue({ maxAttempts: 1, delayMinutes: 999 }, 1, 0)).toBe(60 * MINUTE);
    expect(retryDue({ maxAttempts: 10, delayMinutes: 60, usesExponentialBackoff: true }, 10, 0)).toBe(
      24 * 60 * MINUTE,
    );
  });
});
