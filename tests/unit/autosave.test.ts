import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave } from '#lib/state/Autosave.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A disk that takes what it is told to take. */
function disk() {
  const state = { writes: 0, error: undefined as Error | undefined };
  const saving = new Autosave(async () => {
    state.writes++;
    if (state.error) throw state.error;
  });
  return { state, saving };
}

describe('what was edited', () => {
  it('is written soon enough to be on disk within 400 ms, and once', async () => {
    const { state, saving } = disk();
    saving.touch();
    saving.touch();
    expect(state.writes).toBe(0);
    await vi.advanceTimersByTimeAsync(300);
    expect(state.writes).toBe(1);
    expect(saving.unsaved).toBe(false);
  });

  it('does not wait for a pause in the typing', async () => {
    const { state, saving } = disk();
    for (let key = 0; key < 10; key++) {
      saving.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(state.writes).toBeGreaterThanOrEqual(3);
  });

  it('is not written when nothing was edited', async () => {
    const { state, saving } = disk();
    await saving.flush();
    expect(state.writes).toBe(0);
  });

  it('is not written any more once it was discarded', async () => {
    const { state, saving } = disk();
    saving.touch();
    saving.discard();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state.writes).toBe(0);
  });
});

describe('a disk that refuses', () => {
  it('is asked again after a while, without a new edit', async () => {
    const { state, saving } = disk();
    state.error = new Error('busy');
    saving.touch();
    await vi.advanceTimersByTimeAsync(300);
    expect(saving.failure).toEqual({ reason: 'busy', full: false });
    state.error = undefined;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saving.failure).toBeUndefined();
    expect(saving.unsaved).toBe(false);
  });

  it('is asked again at once by a new edit', async () => {
    const { state, saving } = disk();
    state.error = new Error('busy');
    saving.touch();
    await vi.advanceTimersByTimeAsync(300);
    saving.touch();
    await vi.advanceTimersByTimeAsync(300);
    expect(state.writes).toBe(2);
  });
});
