/** Where a box goes that belongs to an anchor: below it, above where there is no room, centred, inside the window. */
export function placeBeside(anchor: DOMRect, box: Size, view: Size): { x: number; y: number } {
  const below = anchor.bottom + GAP_PX;
  const above = anchor.top - GAP_PX - box.height;
  const wanted = below + box.height <= view.height || above < 0 ? below : above;
  const y = Math.max(0, Math.min(wanted, view.height - box.height));
  const centred = anchor.left + anchor.width / 2 - box.width / 2;
  const x = Math.max(EDGE_PX, Math.min(centred, view.width - box.width - EDGE_PX));
  return { x: Math.round(x), y: Math.round(y) };
}

interface Size {
  width: number;
  height: number;
}

const GAP_PX = 6;
const EDGE_PX = 8;
