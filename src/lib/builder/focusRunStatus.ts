/** Moves the focus to the status of the shown run, where it is drawn: what was pressed is about to go away. */
export function focusRunStatus(): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-run-status]')];
  all.find((status) => status.checkVisibility())?.focus();
}
