// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyText } from '#lib/ui/copyText.ts';

/** What the old way copied, and what its field stood in. */
let copied: { text: string; parent: Element | null }[];

function oldWay(works: () => boolean): void {
  document.execCommand = () => {
    const field = document.querySelector('textarea');
    if (field) {
      // Browsers copy what is selected, and selecting takes the focus.
      const text = field.value.slice(field.selectionStart, field.selectionEnd);
      copied.push({ text, parent: field.parentElement });
      field.focus();
    }
    return works();
  };
}

function clipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
  vi.stubGlobal('navigator', { clipboard: writeText && { writeText } });
}

function refuse(): Promise<void> {
  return Promise.reject(new DOMException('no', 'NotAllowedError'));
}

beforeEach(() => {
  copied = [];
  document.body.innerHTML = '<button>Copy</button><dialog open><button>Copy too</button></dialog>';
  oldWay(() => true);
});
afterEach(() => void vi.unstubAllGlobals());

function focus(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  element.focus();
  return element;
}

describe('copying a text', () => {
  it('hands it to the clipboard, and nothing else', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    clipboard(writeText);
    expect(await copyText('a\nb')).toBe(true);
    expect(writeText).toHaveBeenCalledExactlyOnceWith('a\nb');
    expect(copied).toEqual([]);
  });

  it('takes the old way where the clipboard refuses', async () => {
    clipboard(refuse);
    expect(await copyText('a\nb')).toBe(true);
    expect(copied).toEqual([{ text: 'a\nb', parent: document.body }]);
  });

  it('takes the old way where there is no clipboard, as over plain http', async () => {
    clipboard(undefined);
    expect(await copyText('abc')).toBe(true);
    expect(copied).toHaveLength(1);
  });

  it('takes the old way inside the dialog that holds the focus', async () => {
    clipboard(refuse);
    focus('dialog button');
    await copyText('abc');
    expect(copied[0]?.parent).toBe(document.querySelector('dialog'));
  });

  it.each<[string, () => boolean]>([
    ['succeeds', () => true],
    ['is refused', () => false],
    [
      'is missing',
      () => {
        throw new TypeError('no execCommand');
      },
    ],
  ])('gives the focus back and leaves nothing behind when the old way %s', async (_, works) => {
    clipboard(refuse);
    oldWay(works);
    const button = focus('button');
    await copyText('abc');
    expect(document.activeElement).toBe(button);
    expect(document.querySelector('textarea')).toBeNull();
  });

  it.each<[string, () => boolean]>([
    ['is refused', () => false],
    [
      'is missing',
      () => {
        throw new TypeError('no execCommand');
      },
    ],
  ])('says so when the old way %s too', async (_, works) => {
    clipboard(refuse);
    oldWay(works);
    expect(await copyText('abc')).toBe(false);
  });
});
