/**
 * How long content must still wait that became ready `elapsedMs` after its region was first drawn: not at all while
 * the region was empty (150 ms), then until the skeleton has stood 300 ms, so that it never flashes.
 */
export function revealDelay(elapsedMs: number): number {
  if (elapsedMs < SKELETON_AFTER_MS) return 0;
  return Math.max(0, SKELETON_AFTER_MS + SKELETON_FOR_MS - elapsedMs);
}

const SKELETON_AFTER_MS = 150;
const SKELETON_FOR_MS = 300;
