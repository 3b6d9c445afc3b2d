import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToasts } from '#lib/ui/toasts.svelte.ts';

let toasts: ReturnType<typeof createToasts>;
const texts = () => toasts.list.map((toast) => toast.text);

beforeEach(() => {
  vi.useFakeTimers();
  toasts = createToasts();
});
afterEach(() => void vi.useRealTimers());

describe('a toast', () => {
  it('stays ten seconds', () => {
    toasts.show({ text: 'Deleted' });
    vi.advanceTimersByTime(9_999);
    expect(texts()).toEqual(['Deleted']);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual([]);
  });

  it('keeps what it was shown with', () => {
    const action = { label: 'Undo', onselect: vi.fn() };
    const id = toasts.show({ text: 'Deleted', tone: 'ok', action });
    expect(toasts.list).toEqual([{ id, text: 'Deleted', tone: 'ok', action }]);
    expect(action.onselect).not.toHaveBeenCalled();
  });

  it('goes at once when dismissed, and the others stay', () => {
    const first = toasts.show({ text: 'one' });
    toasts.show({ text: 'two' });
    toasts.dismiss(first);
    expect(texts()).toEqual(['two']);
    toasts.dismiss(first);
    expect(texts()).toEqual(['two']);
    vi.advanceTimersByTime(10_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no clock behind', () => {
    toasts.dismiss(toasts.show({ text: 'one' }));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('may say what another says', () => {
    const ids = [toasts.show({ text: 'Copied' }), toasts.show({ text: 'Copied' })];
    expect(new Set(ids).size).toBe(2);
    expect(texts()).toEqual(['Copied', 'Copied']);
  });

  it('has a list of its own in each set', () => {
    createToasts().show({ text: 'elsewhere' });
    expect(texts()).toEqual([]);
  });
});

describe('many toasts', () => {
  it('stand at most three at once, newest last; the oldest gives way', () => {
    for (const text of ['one', 'two', 'three', 'four']) toasts.show({ text });
    expect(texts()).toEqual(['two', 'three', 'four']);
  });

  it('go one by one as their time is over', () => {
    toasts.show({ text: 'one' });
    vi.advanceTimersByTime(4_000);
    toasts.show({ text: 'two' });
    vi.advanceTimersByTime(6_000);
    expect(texts()).toEqual(['two']);
    vi.advanceTimersByTime(4_000);
    expect(texts()).toEqual([]);
  });
});

describe('while someone reads', () => {
  it('toasts stay, and afterwards have the time they had left', () => {
    toasts.show({ text: 'one' });
    vi.advanceTimersByTime(7_000);
    toasts.pause();
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['one']);
    toasts.resume();
    vi.advanceTimersByTime(2_999);
    expect(texts()).toEqual(['one']);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual([]);
  });

  it('a new toast waits, then has its ten seconds', () => {
    toasts.show({ text: 'one' });
    toasts.pause();
    vi.advanceTimersByTime(5_000);
    toasts.show({ text: 'two' });
    vi.advanceTimersByTime(60_000);
    toasts.resume();
    vi.advanceTimersByTime(9_999);
    expect(texts()).toEqual(['one', 'two']);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual([]);
  });

  it('a second pause or resume changes nothing', () => {
    toasts.show({ text: 'one' });
    vi.advanceTimersByTime(4_000);
    toasts.pause();
    vi.advanceTimersByTime(4_000);
    toasts.pause();
    toasts.resume();
    vi.advanceTimersByTime(1_000);
    toasts.resume();
    vi.advanceTimersByTime(4_999);
    expect(texts()).toEqual(['one']);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual([]);
  });

  it('pauses add up', () => {
    toasts.show({ text: 'one' });
    for (let turn = 0; turn < 3; turn++) {
      vi.advanceTimersByTime(3_000);
      toasts.pause();
      vi.advanceTimersByTime(5_000);
      toasts.resume();
    }
    vi.advanceTimersByTime(999);
    expect(texts()).toEqual(['one']);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual([]);
  });

  it('dismissing one lets the others wait on', () => {
    const id = toasts.show({ text: 'one' });
    toasts.show({ text: 'two' });
    toasts.pause();
    toasts.dismiss(id);
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['two']);
  });

  it('dismissing the last one lets the next one run, though the pointer was never seen to leave', () => {
    const id = toasts.show({ text: 'one' });
    toasts.pause();
    toasts.dismiss(id);
    toasts.show({ text: 'two' });
    vi.advanceTimersByTime(10_000);
    expect(texts()).toEqual([]);
  });
});
