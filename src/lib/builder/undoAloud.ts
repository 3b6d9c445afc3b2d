/** Undo and redo, told to screen readers: what changed may be off the screen. */
import type { Draft } from '#lib/state/Draft.svelte.ts';
import { announce } from '#lib/ui/announce.ts';

export function undo(draft: Draft): void {
  const label = draft.undo();
  announce(label === undefined ? 'Nothing to undo.' : `Undone: ${label}.`);
}

export function redo(draft: Draft): void {
  const label = draft.redo();
  announce(label === undefined ? 'Nothing to redo.' : `Redone: ${label}.`);
}
