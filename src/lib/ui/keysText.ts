/** How a shortcut such as `Mod+Shift+K` is written on this machine: `Ctrl Shift K`, or `⇧⌘K` on a Mac. */
export function keysText(keys: string, mac = isMac()): string {
  const names = inOrder(keys.split('+'), mac).map(
    (key) => (mac ? MAC[key] : OTHER[key]) ?? ARROWS[key] ?? key,
  );
  return names.join(mac ? '' : ' ');
}

/** The same shortcut as `aria-keyshortcuts` wants it: `Control+Shift+K`, or `Meta+Shift+K` on a Mac. */
export function keysAria(keys: string, mac = isMac()): string {
  return keys.replace('Mod', mac ? 'Meta' : 'Control');
}

const OTHER: Record<string, string> = { Mod: 'Ctrl', Enter: '↵', Escape: 'Esc', Delete: 'Del' };
const MAC: Record<string, string> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↵',
  Escape: 'esc',
  Backspace: '⌫',
  Delete: '⌦',
};
const ARROWS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** Macs write modifiers in one order, whatever order they are named in. */
function inOrder(keys: string[], mac: boolean): string[] {
  if (!mac) return keys;
  const modifiers = ['Alt', 'Shift', 'Mod'].filter((key) => keys.includes(key));
  return [...modifiers, ...keys.filter((key) => !modifiers.includes(key))];
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
