import { describe, expect, it } from 'vitest';
import { tabIndexAfter } from '#lib/ui/tabIndexAfter.ts';

describe('a key among three tabs', () => {
  it.each<[string, string, number, boolean, number | undefined]>([
    ['ArrowRight goes on', 'ArrowRight', 0, false, 1],
    ['ArrowRight wraps around the end', 'ArrowRight', 2, false, 0],
    ['ArrowLeft goes back', 'ArrowLeft', 2, false, 1],
    ['ArrowLeft wraps around the start', 'ArrowLeft', 0, false, 2],
    ['ArrowLeft goes on in a mirrored page', 'ArrowLeft', 0, true, 1],
    ['ArrowLeft wraps around the end in a mirrored page', 'ArrowLeft', 2, true, 0],
    ['ArrowRight goes back in a mirrored page', 'ArrowRight', 1, true, 0],
    ['ArrowRight wraps around the start in a mirrored page', 'ArrowRight', 0, true, 2],
    ['Home goes to the first', 'Home', 2, false, 0],
    ['Home goes to the first in a mirrored page', 'Home', 2, true, 0],
    ['End goes to the last', 'End', 0, false, 2],
    ['End goes to the last in a mirrored page', 'End', 0, true, 2],
    ['ArrowRight starts at the first when none is selected', 'ArrowRight', -1, false, 0],
    ['ArrowLeft starts at the last when none is selected', 'ArrowLeft', -1, false, 2],
    ['ArrowDown means nothing', 'ArrowDown', 0, false, undefined],
    ['Enter means nothing', 'Enter', 0, false, undefined],
  ])('%s', (_, key, from, mirrored, expected) =>
    expect(tabIndexAfter(key, from, 3, mirrored)).toBe(expected),
  );

  it('stays on an only tab', () => {
    expect(['ArrowRight', 'ArrowLeft'].map((key) => tabIndexAfter(key, 0, 1))).toEqual([0, 0]);
  });

  it.each(['ArrowRight', 'ArrowLeft', 'Home', 'End'])('%s means nothing where there are no tabs', (key) =>
    expect(tabIndexAfter(key, -1, 0)).toBeUndefined(),
  );
});
