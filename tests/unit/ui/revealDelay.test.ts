import { describe, expect, it } from 'vitest';
import { revealDelay } from '#lib/ui/revealDelay.ts';

describe('content that became ready', () => {
  it.each<[string, number, number]>([
    ['at once is shown at once', 0, 0],
    ['before the skeleton is shown at once', 149.9, 0],
    ['as the skeleton appears waits its 300 ms', 150, 300],
    ['under the skeleton waits the rest of them', 350, 100],
    ['as they end is shown', 450, 0],
    ['much later is shown at once', 60_000, 0],
  ])('%s', (_, elapsedMs, expected) => expect(revealDelay(elapsedMs)).toBe(expected));
});
