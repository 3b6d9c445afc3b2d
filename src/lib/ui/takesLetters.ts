/** Whether a key belongs to somebody else than the page: a field that is typed into, or an open dialog or menu (IA-4). */
export function takesLetters({ target, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || document.querySelector('[role=dialog], [role=menu]')) return true;
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
