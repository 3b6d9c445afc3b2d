import type { RetryConfig } from '#lib/model/integration.ts';

/** Longest wait between two tries: backing off doubles it each time. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * When a failed execution is to be started again with the same start, in milliseconds since 1970 (format.md 1.4);
 * `undefined` when not at all. `tries` counts the executions so far, the first one included.
 */
export function retryDue(
  config: RetryConfig | undefined,
  tries: number,
  endedAt: number,
): number | undefined {
  const { maxAttempts = 0, delayMinutes = 0, usesExponentialBackoff = false } = config ?? {};
  if (tries > Math.min(maxAttempts, 10)) return undefined;
  const delayMs = Math.min(Math.max(0, delayMinutes), 60) * 60_000;
  const factor = usesExponentialBackoff ? 2 ** (tries - 1) : 1;
  return endedAt + Math.min(delayMs * factor, LONGEST_MS);
}
