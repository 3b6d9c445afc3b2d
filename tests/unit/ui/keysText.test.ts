import { afterEach, describe, expect, it, vi } from 'vitest';
import { keysAria, keysText } from '#lib/ui/keysText.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('a shortcut as people read it', () => {
  it.each<[string, string, string]>([
    ['K', 'K', 'K'],
    ['Mod+K', 'Ctrl K', '⌘K'],
    ['Mod+Shift+K', 'Ctrl Shift K', '⇧⌘K'],
    ['Mod+Alt+Shift+K', 'Ctrl Alt Shift K', '⌥⇧⌘K'],
    ['Shift+F10', 'Shift F10', '⇧F10'],
    ['Alt+ArrowUp', 'Alt ↑', '⌥↑'],
    ['Mod+Enter', 'Ctrl ↵', '⌘↵'],
    ['Mod+\\', 'Ctrl \\', '⌘\\'],
    ['Escape', 'Esc', 'esc'],
    ['Delete', 'Del', '⌦'],
    ['Mod+Backspace', 'Ctrl Backspace', '⌘⌫'],
  ])('%s is %j, on a Mac %j', (keys, other, mac) => {
    expect(keysText(keys, false)).toBe(other);
    expect(keysText(keys, true)).toBe(mac);
  });

  it.each([
    ['MacIntel', '⌘K'],
    ['iPhone', '⌘K'],
    ['iPad', '⌘K'],
    ['Win32', 'Ctrl K'],
    ['Linux x86_64', 'Ctrl K'],
  ])('follows the machine: on %s Mod+K is %j', (platform, expected) => {
    vi.stubGlobal('navigator', { platform });
    expect(keysText('Mod+K')).toBe(expected);
  });
});

describe('a shortcut as screen readers want it', () => {
  it.each<[string, string, string]>([
    ['Mod+Shift+K', 'Control+Shift+K', 'Meta+Shift+K'],
    ['Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp'],
    ['Delete', 'Delete', 'Delete'],
  ])('%s is %j, on a Mac %j', (keys, other, mac) => {
    expect(keysAria(keys, false)).toBe(other);
    expect(keysAria(keys, true)).toBe(mac);
  });
});
