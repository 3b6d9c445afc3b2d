/** Tells what floats (menus, pickers) that it was opened inside a dialog, and so belongs above it (V-37). */
import { getContext, setContext } from 'svelte';

/** Whether the component that asks is inside a dialog. */
export function insideDialog(): boolean {
  return getContext<boolean | undefined>(KEY) ?? false;
}

/** A dialog says this of everything in it. */
export function markInsideDialog(): void {
  setContext(KEY, true);
}

const KEY = Symbol('inside a dialog');
