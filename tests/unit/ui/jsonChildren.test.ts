import { describe, expect, it } from 'vitest';
import { jsonChildren } from '#lib/ui/jsonChildren.ts';
import { jsonPreview } from '#lib/ui/jsonPreview.ts';
import { closed, countingList, fail, revoked } from './oddValues.ts';

/** All parts of a value. */
function parts(value: unknown) {
  const children = jsonChildren(value);
  return Array.from({ length: children?.count ?? 0 }, (_, index) => children?.at(index));
}

describe('the parts', () => {
  it.each<[string, unknown]>([
    ['a text', 'abc'],
    ['a number', 1],
    ['null', null],
    ['undefined', undefined],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(3)],
    ['a Blob', new Blob(['abc'])],
    ['an error', new Error('no')],
    ['an object that lists no keys', closed()],
    ['a proxy that was taken back', revoked()],
  ])('of %s do not exist', (_, value) => expect(jsonChildren(value)).toBeUndefined());

  it('of an object are its own keys in their order', () => {
    expect(parts(Object.assign(Object.create({ inherited: 1 }), { b: 1, a: undefined }))).toEqual([
      { key: 'b', label: 'b', value: 1 },
      { key: 'a', label: 'a', value: undefined },
    ]);
  });

  it('of an object may be called __proto__ or nothing at all', () => {
    expect(parts(JSON.parse('{"__proto__":{"a":1},"":2}'))).toEqual([
      { key: '__proto__', label: '__proto__', value: { a: 1 } },
      { key: '', label: '', value: 2 },
    ]);
  });

  it('of a list, a set and a map have their place as key', () => {
    expect(parts(['a'])).toEqual([{ key: 0, label: '0', value: 'a' }]);
    expect(parts(new Set(['a']))).toEqual([{ key: 0, label: '0', value: 'a' }]);
    expect(parts(new Map([['name', 'a']]))).toEqual([{ key: 0, label: 'name', value: 'a' }]);
  });

  it('of a map with other keys than texts are labelled with a preview', () => {
    expect(parts(new Map<unknown, number>([[7, 1]]))[0]?.label).toBe('7');
    expect(parts(new Map([[{ id: 1 }, 1]]))[0]?.label).toBe('{ id }');
  });

  it('of a list with holes are undefined there', () => {
    expect(parts(new Array(1))).toEqual([{ key: 0, label: '0', value: undefined }]);
  });

  it('whose getter throws say so in an object and in a list', () => {
    const object = Object.defineProperty({}, 'a', { get: fail, enumerable: true });
    const list = Object.defineProperty([1], 0, { get: fail, enumerable: true });
    expect([object, list].map((value) => jsonPreview(parts(value)[0]?.value))).toEqual([
      'could not be read',
      'could not be read',
    ]);
  });

  it('of a long list are read one by one', () => {
    const { list, reads } = countingList(100_000);
    const children = jsonChildren(list);
    expect(children?.count).toBe(100_000);
    expect(reads()).toBe(0);
    expect(children?.at(99_999)).toEqual({ key: 99_999, label: '99999', value: 99_999 });
    expect(reads()).toBe(1);
  });
});
