// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveFile } from '#lib/ui/saveFile.ts';

let saved: { name: string; href: string }[];
let blobs: Blob[];
const revoke = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  blobs = [];
  revoke.mockClear();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, href: this.href });
  });
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:sluice/${blobs.push(blob as Blob)}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(revoke);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('saving a file', () => {
  it('downloads a text as UTF-8 under its name', async () => {
    saveFile('Größe.txt', 'Größe');
    expect(saved).toEqual([{ name: 'Größe.txt', href: 'blob:sluice/1' }]);
    expect(blobs[0]?.type).toBe('text/plain;charset=utf-8');
    expect(await blobs[0]?.text()).toBe('Größe');
  });

  it('gives a text the media type it is told', () => {
    saveFile('a.json', '{}', 'application/json');
    expect(blobs[0]?.type).toBe('application/json');
  });

  it('downloads a Blob as it is, with its own type', () => {
    const blob = new Blob(['a'], { type: 'image/png' });
    saveFile('a.png', blob, 'text/plain');
    expect(blobs).toEqual([blob]);
    expect(blobs[0]).toBe(blob);
  });

  it('makes a name that every file system takes', () => {
    saveFile('../a:b.json', '{}');
    expect(saved[0]?.name).toBe('a-b.json');
  });

  it('keeps the address for a minute, then lets the memory go', () => {
    saveFile('a.txt', 'a');
    vi.advanceTimersByTime(59_999);
    expect(revoke).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(revoke).toHaveBeenCalledExactlyOnceWith('blob:sluice/1');
  });

  it('leaves no link in the page', () => {
    saveFile('a.txt', 'a');
    expect(document.querySelector('a')).toBeNull();
  });
});
