/**
 * Where a box goes that belongs to an anchor, in whole pixels of the window: below it (above where there is no room) and
 * centred, or beside it at the same height. Always inside the window, its start first.
 */
export function placeBeside(
  anchor: DOMRect,
  box: Size,
  view: Size,
  toward: 'below' | 'left' | 'right' = 'below',
): { x: number; y: number } {
  const { x, y } = wanted(anchor, box, view, toward);
  return {
    x: Math.round(Math.max(EDGE_PX, Math.min(x, view.width - box.width - EDGE_PX))),
    y: Math.round(Math.max(0, Math.min(y, view.height - box.height))),
  };
}

/** The side of a control that a tooltip opens on, in the direction of reading. */
export type Side = 'below' | 'end';

interface Size {
  width: number;
  height: number;
}

const GAP_PX = 6;
const EDGE_PX = 8;

function wanted(anchor: DOMRect, box: Size, view: Size, toward: 'below' | 'left' | 'right') {
  const middle = anchor.top + (anchor.height - box.height) / 2;
  if (toward === 'left') return { x: anchor.left - GAP_PX - box.width, y: middle };
  if (toward === 'right') return { x: anchor.right + GAP_PX, y: middle };
  const below = anchor.bottom + GAP_PX;
  const above = anchor.top - GAP_PX - box.height;
  const x = anchor.left + (anchor.width - box.width) / 2;
  return { x, y: below + box.height <= view.height || above < 0 ? below : above };
}
