/** The locks of a browser, for tests in Node of what holds one: here nobody else asks for them. */
import { afterAll, beforeAll, vi } from 'vitest';

type LockWork = (lock: object) => unknown;

/** For all tests of a file. */
export function standInLocks(): void {
  const request = (...taken: unknown[]) => Promise.resolve((taken.at(-1) as LockWork)({}));
  beforeAll(() => void vi.stubGlobal('navigator', { locks: { request } }));
  afterAll(() => void vi.unstubAllGlobals());
}
