import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JSON_PAGE, jsonFirstOpen, jsonRows, type JsonRow } from '#lib/ui/jsonRows.ts';
import { countingList, fail } from './oddValues.ts';

/** The rows with the named ids open. */
function rowsOf(value: unknown, open: string[] = [''], shown: [string, number][] = []): JsonRow[] {
  return jsonRows(value, { open: new Set(open), shown: new Map(shown) });
}

function ids(rows: readonly JsonRow[]): string[] {
  return rows.map((row) => row.id);
}

describe('the rows of a tree', () => {
  it('are one for what is shut, with the name of the whole', () => {
    expect(jsonRows({ a: 1 }, { open: new Set() }, 'body')).toEqual([
      {
        id: '',
        path: [],
        label: 'body',
        value: { a: 1 },
        kind: 'object',
        level: 1,
        position: 1,
        siblings: 1,
        open: false,
      },
    ]);
  });

  it('list what is open below it, with level and place', () => {
    const rows = rowsOf({ a: 1, b: [2] }, ['', '/b']);
    expect(
      rows.map(({ id, level, position, siblings, open }) => [id, level, position, siblings, open]),
    ).toEqual([
      ['', 1, 1, 1, true],
      ['/a', 2, 1, 2, undefined],
      ['/b', 2, 2, 2, true],
      ['/b/0', 3, 1, 1, undefined],
    ]);
    expect(rows.at(-1)?.path).toEqual(['b', 0]);
  });

  it('leave out what is open in something shut', () => {
    expect(ids(rowsOf({ a: { b: { c: 1 } } }, ['', '/a/b']))).toEqual(['', '/a']);
  });

  it.each<[string, unknown]>([
    ['an empty list', []],
    ['an empty object', {}],
    ['an empty map', new Map()],
    ['a text', 'abc'],
    ['bytes', new Uint8Array(3)],
  ])('cannot be opened for %s', (_, value) => {
    expect(rowsOf(value)).toHaveLength(1);
    expect(rowsOf(value)[0]?.open).toBeUndefined();
  });

  it('keep keys apart that hold the signs of ids', () => {
    const value = { 'a/b': { c: 1 }, a: { 'b/c': 1, b: { c: 1 } }, '~1': 1, '/': 1, '~more': 1, '': 1 };
    const rows = rowsOf(value, ['', '/a', '/a/b', '/a~1b']);
    expect(new Set(ids(rows)).size).toBe(rows.length);
  });

  it('show a key __proto__ and a key of 10,000 characters', () => {
    const long = 'k'.repeat(10_000);
    const rows = rowsOf(JSON.parse(`{"__proto__":{"a":1},"${long}":"${long}"}`), ['', '/__proto__']);
    expect(rows.map((row) => row.label)).toEqual(['', '__proto__', 'a', long]);
    expect(rows.at(-1)?.value).toBe(long);
  });

  it('go on past a getter that throws', () => {
    const value = { before: 1, broken: 1, after: 1 };
    Object.defineProperty(value, 'broken', { get: fail, enumerable: true });
    expect(rowsOf(value).map((row) => row.kind)).toEqual(['object', 'number', 'other', 'number']);
  });

  it('have ids of their own for any value', () => {
    fc.assert(
      fc.property(fc.anything({ withMap: true, withSet: true, withSparseArray: true }), (value) => {
        const rows = jsonRows(value, { open: jsonFirstOpen(value, 4) });
        expect(new Set(ids(rows)).size).toBe(rows.length);
      }),
    );
  });
});

describe('a value that contains itself', () => {
  it('is named where it comes again, and not followed', () => {
    const value: Record<string, unknown> = { inner: {} };
    (value.inner as Record<string, unknown>).whole = value;
    (value.inner as Record<string, unknown>).self = value.inner;
    const rows = rowsOf(value, ['', '/inner', '/inner/whole', '/inner/self']);
    expect(rows.map(({ id, circular, open }) => [id, circular, open])).toEqual([
      ['', undefined, true],
      ['/inner', undefined, true],
      ['/inner/whole', [], undefined],
      ['/inner/self', ['inner'], undefined],
    ]);
  });

  it('is found in lists, sets and maps', () => {
    const list: unknown[] = [];
    list.push(list);
    const set = new Set<unknown>();
    set.add(set);
    const map = new Map<unknown, unknown>();
    map.set('map', map);
    for (const value of [list, set, map]) expect(rowsOf(value)[1]?.circular).toEqual([]);
  });

  it('is another thing than a value that comes twice', () => {
    const twice = { a: 1 };
    const rows = rowsOf({ left: twice, right: twice });
    expect(rows.map((row) => row.circular)).toEqual([undefined, undefined, undefined]);
  });

  it('is another thing than equal texts and nothings inside each other', () => {
    expect(rowsOf({ a: null, b: { c: null } }, ['', '/b']).some((row) => row.circular)).toBe(false);
  });
});

describe('a list of 100,000 items', () => {
  it('shows a page and how many the next one has', () => {
    const rows = rowsOf(new Array(100_000).fill('a'));
    expect(rows).toHaveLength(1 + JSON_PAGE + 1);
    expect(rows.at(-1)).toMatchObject({ more: { count: JSON_PAGE, of: '' }, siblings: 100_000, level: 2 });
  });

  it('is read only as far as it is shown', () => {
    const { list, reads } = countingList(100_000);
    rowsOf(list, [''], [['', 100]]);
    expect(reads()).toBe(100);
  });

  it('offers what is left on its last page, and then no more', () => {
    const list = new Array(60).fill('a');
    expect(rowsOf(list).at(-1)?.more?.count).toBe(10);
    expect(rowsOf(list, [''], [['', 100]]).at(-1)?.id).toBe('/59');
  });

  it('offers no more when it is one page long', () => {
    expect(rowsOf(new Array(JSON_PAGE).fill('a')).at(-1)?.more).toBeUndefined();
  });

  it('is not mixed up with a key called more', () => {
    const keys = ['more', ...Array.from({ length: 60 }, (_, index) => `key${index}`)];
    const rows = rowsOf(Object.fromEntries(keys.map((key) => [key, key])));
    expect(new Set(ids(rows)).size).toBe(rows.length);
  });

  it('can be an object, a set or a map as well', () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `key${index}`);
    const map = new Map(keys.map((key) => [key, key]));
    for (const value of [map, new Set(keys), Object.fromEntries(map)]) {
      expect(rowsOf(value)).toHaveLength(1 + JSON_PAGE + 1);
    }
  });
});

describe('at first', () => {
  it('everything is open to a depth of two', () => {
    expect([...jsonFirstOpen({ a: { b: { c: 1 } }, d: 1 })]).toEqual(['', '/a']);
  });

  it('nothing is open in a value without parts', () => {
    expect(jsonFirstOpen('abc').size).toBe(0);
  });

  it('the whole is open however long it is', () => {
    expect([...jsonFirstOpen(new Array(100).fill(1), 2, 10)]).toEqual(['']);
  });

  it('later parts stay shut when there would be too many rows', () => {
    const value = {
      a: Array(50).fill(1),
      b: Array(50).fill(1),
      c: Array(50).fill(1),
      d: Array(50).fill(1),
      e: [1],
    };
    expect([...jsonFirstOpen(value)]).toEqual(['', '/a', '/b', '/c', '/e']);
  });

  it('there are no more rows than the limit, those for more counted', () => {
    const value = [
      new Array(100).fill(1),
      new Array(100).fill(1),
      new Array(49).fill(1),
      ...Array(48).fill(1),
    ];
    const open = jsonFirstOpen([...value, ...value]);
    expect(jsonRows([...value, ...value], { open }).length).toBeLessThanOrEqual(200);
    fc.assert(
      fc.property(fc.array(fc.nat(120), { maxLength: 120 }), (lengths) => {
        const lists = lengths.map((length) => new Array<number>(length).fill(1));
        expect(jsonRows(lists, { open: jsonFirstOpen(lists) }).length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('a value that contains itself comes to an end', () => {
    const value: Record<string, unknown> = {};
    value.self = value;
    expect(ids(jsonRows(value, { open: jsonFirstOpen(value, 20) }))).toEqual(['', '/self']);
  });

  it('a long list is read one page far', () => {
    const { list, reads } = countingList(100_000);
    jsonFirstOpen(list);
    expect(reads()).toBe(JSON_PAGE);
  });
});
