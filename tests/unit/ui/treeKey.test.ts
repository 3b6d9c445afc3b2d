import { describe, expect, it } from 'vitest';
import { treeKey, treeTypeahead, type TreeMove, type TreeRow } from '#lib/ui/treeKey.ts';

/** body (open) > items (open) > first, last; name; shut (shut) */
const rows: TreeRow[] = [
  { label: 'body', level: 1, open: true },
  { label: 'items', level: 2, open: true },
  { label: 'first', level: 3 },
  { label: 'last', level: 3 },
  { label: 'name', level: 2 },
  { label: 'shut', level: 2, open: false },
];

describe('a key in a tree', () => {
  it.each<[string, string, number, TreeMove]>([
    ['ArrowDown goes to the next row, whatever its level', 'ArrowDown', 3, { do: 'focus', at: 4 }],
    ['ArrowDown stays on the last row', 'ArrowDown', 5, undefined],
    ['ArrowUp goes to the row before', 'ArrowUp', 4, { do: 'focus', at: 3 }],
    ['ArrowUp stays on the first row', 'ArrowUp', 0, undefined],
    ['Home goes to the first row', 'Home', 4, { do: 'focus', at: 0 }],
    ['End goes to the last row', 'End', 1, { do: 'focus', at: 5 }],
    ['Enter presses', 'Enter', 2, { do: 'press', at: 2 }],
    ['Space presses', ' ', 2, { do: 'press', at: 2 }],
    ['* opens all siblings', '*', 5, { do: 'openSiblings', at: 5 }],
    ['ArrowRight opens what is shut', 'ArrowRight', 5, { do: 'open', at: 5 }],
    ['ArrowRight goes to the first part of what is open', 'ArrowRight', 1, { do: 'focus', at: 2 }],
    ['ArrowRight does nothing on what has no parts', 'ArrowRight', 4, undefined],
    ['ArrowLeft shuts what is open', 'ArrowLeft', 1, { do: 'close', at: 1 }],
    ['ArrowLeft goes to the parent, past siblings', 'ArrowLeft', 3, { do: 'focus', at: 1 }],
    ['ArrowLeft goes to the parent from what is shut', 'ArrowLeft', 5, { do: 'focus', at: 0 }],
    ['any other key means nothing', 'Tab', 1, undefined],
    ['nothing happens at a place without a row', 'Home', 6, undefined],
  ])('%s', (_, key, at, move) => expect(treeKey(key, rows, at)).toEqual(move));

  it('ArrowLeft stays on a root that is shut', () => {
    expect(treeKey('ArrowLeft', [{ label: '', level: 1, open: false }], 0)).toBeUndefined();
  });

  it('means nothing in a tree without rows', () => expect(treeKey('End', [], 0)).toBeUndefined());
});

describe('typing a name in a tree', () => {
  const named = ['name', 'Next', 'nest', 'other', 'ärger'].map((label) => ({ label, level: 1 }));

  it.each<[string, string, number, number | undefined]>([
    ['one letter goes on to the next that starts with it', 'n', 0, 1],
    ['one letter goes around the end', 'n', 2, 0],
    ['more letters stay while they fit', 'ne', 1, 1],
    ['more letters go on when they do not', 'nes', 1, 2],
    ['capitals do not matter', 'NAME', 3, 0],
    ['letters of all languages count', 'Ä', 0, 4],
    ['the only one is found again', 'o', 3, 3],
    ['nothing fits', 'x', 0, undefined],
  ])('%s', (_, typed, at, expected) => expect(treeTypeahead(typed, named, at)).toBe(expected));

  it('finds nothing in a tree without rows', () => expect(treeTypeahead('a', [], 0)).toBeUndefined());

  it('finds a name of 10,000 characters', () => {
    expect(treeTypeahead('kk', [{ label: 'k'.repeat(10_000), level: 1 }], 0)).toBe(0);
  });
});
