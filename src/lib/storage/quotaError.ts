/** Whether a write failed because the disk, or the browser's share of it, is full. */

/** Dexie and the browsers wrap the error they mean, so it is looked for by name, inwards (browser.md 1.1). */
export function isQuotaError(error: unknown): boolean {
  for (let inner: unknown = error, depth = 0; inner && depth < MOST_DEPTH; depth++) {
    const { name, inner: next, cause } = inner as { name?: unknown; inner?: unknown; cause?: unknown };
    if (name === 'QuotaExceededError') return true;
    inner = next ?? cause;
  }
  return false;
}

const MOST_DEPTH = 10;
