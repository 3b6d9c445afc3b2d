/** The key that leads to trying an action (ux.md, Connectors): `t` on its link. */
import { goto } from '$app/navigation';
import { takesLetters } from '#lib/ui/takesLetters.ts';

/** What an action's page calls the place where it is tried. */
export const TRY = 'try';

/** Whether the key was meant so; only links to actions lead there. */
export function tryKey(event: KeyboardEvent): boolean {
  if (!isTryKey(event)) return false;
  const link = document.activeElement;
  if (!(link instanceof HTMLAnchorElement) || !/\/connectors\/[^/]+\/[^/]+$/.test(link.pathname))
    return false;
  event.preventDefault();
  void goto(`${link.pathname}#${TRY}`);
  return true;
}

export function isTryKey(event: KeyboardEvent): boolean {
  return event.key === 't' && !event.ctrlKey && !event.metaKey && !event.altKey && !takesLetters(event);
}
