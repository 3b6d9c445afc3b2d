/** Where an arrow key leads in a grid of cards, also from one grid into the next. */

/** The corner of a card, in pixels. */
export interface Corner {
  left: number;
  top: number;
}

/** The place of the next card, or `undefined` when the key leads nowhere. `index` is that of the card with the focus. */
export function gridMove(key: string, cards: readonly Corner[], index: number): number | undefined {
  const current = cards[index];
  if (!current) return undefined;
  switch (key) {
    case 'ArrowRight':
      return index + 1 < cards.length ? index + 1 : undefined;
    case 'ArrowLeft':
      return index > 0 ? index - 1 : undefined;
    case 'ArrowDown':
      return nearest(cards, current, (top) => top > current.top, Math.min);
    case 'ArrowUp':
      return nearest(cards, current, (top) => top < current.top, Math.max);
    case 'Home':
      return 0;
    case 'End':
      return cards.length - 1;
    default:
      return undefined;
  }
}

/** In the next row on one side the card that is least to the left or the right. */
function nearest(
  cards: readonly Corner[],
  { left }: Corner,
  isBeyond: (top: number) => boolean,
  next: (...tops: number[]) => number,
): number | undefined {
  const beyond = cards.filter(({ top }) => isBeyond(top));
  if (beyond.length === 0) return undefined;
  const row = next(...beyond.map(({ top }) => top));
  const inRow = beyond.filter(({ top }) => top === row);
  const best = inRow.reduce((one, other) =>
    Math.abs(other.left - left) < Math.abs(one.left - left) ? other : one,
  );
  return cards.indexOf(best);
}
