/** The keys of the designer that work wherever the focus is (ux.md 3.8, 3.10), and those that need it in the flow. */

export type DesignerCommand = 'run' | 'save' | 'undo' | 'redo' | 'yaml';

/** What a key asks for, or `undefined` when it is not ours. */
export function commandOf(event: KeyboardEvent): DesignerCommand | undefined {
  if (event.defaultPrevented || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  const command = event.ctrlKey || event.metaKey ? withModifier(key, event) : flowKey(key, event);
  // In a dialog the keys are the dialog's, but nobody wants to save the page as a file.
  return document.querySelector('[role=dialog]') && command !== 'save' ? undefined : command;
}

function withModifier(key: string, { ctrlKey, shiftKey, repeat, target }: KeyboardEvent) {
  if (key === 'enter') return repeat ? undefined : 'run';
  if (key === 's' && !shiftKey) return 'save';
  // A field undoes what was typed into it.
  if (isField(target)) return undefined;
  if (key === 'z') return shiftKey ? 'redo' : 'undo';
  return key === 'y' && ctrlKey ? 'redo' : undefined;
}

function flowKey(key: string, { shiftKey, target }: KeyboardEvent) {
  const inFlow = target instanceof Element && target.closest('[data-flow]') && !isField(target);
  return inFlow && !shiftKey && key === 'y' ? 'yaml' : undefined;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
