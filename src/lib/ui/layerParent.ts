/**
 * Where a floating layer (menu, picker) belongs in the document: in the dialog it was opened from, since to a screen
 * reader nothing outside a modal dialog exists; else in `main`, so that it is part of a landmark.
 */
export function layerParent(anchor: Element | undefined): Element {
  const from = anchor ?? document.activeElement;
  return from?.closest('[role=dialog], dialog') ?? document.querySelector('main') ?? document.body;
}
