/** Where a key takes the focus inside the flow: up and down in running order, right into a container, left out of it. */

/** The card to focus, or `undefined` when the key means nothing here. */
export function focusAfter(key: string, list: HTMLElement): HTMLElement | undefined {
  const cards = [...list.querySelectorAll<HTMLElement>('button.card')];
  const index = cards.indexOf(document.activeElement as HTMLElement);
  const current = cards[index];
  if (!current) return undefined;
  switch (key) {
    case 'ArrowDown':
      return cards[index + 1];
    case 'ArrowUp':
      return cards[index - 1];
    case 'Home':
      return cards[0];
    case 'End':
      return cards.at(-1);
    case 'ArrowRight':
      return itemOf(current)?.querySelector<HTMLElement>(':scope ol button.card') ?? undefined;
    case 'ArrowLeft':
      return itemOf(itemOf(current)?.parentElement)?.querySelector<HTMLElement>('button.card') ?? undefined;
    default:
      return undefined;
  }
}

/** The keys that open a card's menu (ux.md 3.8). */
export function opensMenu(event: KeyboardEvent): boolean {
  return event.key === '.' || event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
}

/** The part of the flow that a key runs, at the focused card (ux.md D-50). */
export function partOf({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): 'to' | 'only' | undefined {
  if (ctrlKey || metaKey || altKey || repeat) return undefined;
  return key === 'r' ? 'to' : key === 'R' ? 'only' : undefined;
}

/** The key of the step whose card has the focus. */
export function focusedStep(list: HTMLElement): string | undefined {
  return focusedItem(list)?.getAttribute('data-step-key') ?? undefined;
}

/** The menu button of the focused card. */
export function menuOf(list: HTMLElement): HTMLElement | undefined {
  return focusedItem(list)?.querySelector<HTMLElement>('[aria-haspopup=menu]') ?? undefined;
}

function focusedItem(list: HTMLElement): Element | null {
  const card = document.activeElement;
  return card?.matches('button.card') && list.contains(card) ? itemOf(card) : null;
}

function itemOf(element: Element | null | undefined): Element | null {
  return element?.closest('[data-testid=step]') ?? null;
}
