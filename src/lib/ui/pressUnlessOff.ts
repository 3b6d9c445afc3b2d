/**
 * Passes a press on, unless the control is off: `aria-disabled` and busy controls keep their focus and their
 * explanation, so the browser does not swallow the press for us, neither the click nor a link's navigation.
 */
export function pressUnlessOff(event: MouseEvent, off: boolean, onpress: PressHandler): void {
  if (!off) return onpress?.(event);
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What a button's `onclick` may be. */
export type PressHandler = ((event: MouseEvent) => void) | null | undefined;
