import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonKind } from '#lib/ui/jsonKind.ts';
import { cutText, jsonPreview } from '#lib/ui/jsonPreview.ts';
import { closed, detached, fail, revoked } from './oddValues.ts';

const long = 'k'.repeat(10_000);

describe('the preview of a value', () => {
  it.each<[string, unknown, string]>([
    ['a text', 'say "hi"\n', '"say \\"hi\\"\\n"'],
    ['a number', 1.5, '1.5'],
    ['minus zero', -0, '-0'],
    ['NaN', NaN, 'NaN'],
    ['infinity', -Infinity, '-Infinity'],
    ['a bigint', 12n, '12n'],
    ['a truth value', true, 'true'],
    ['null', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['an invalid date', new Date(NaN), 'Invalid date'],
    ['no bytes', new ArrayBuffer(0), 'ArrayBuffer, 0 bytes'],
    ['few bytes', new Uint8Array([0, 255]), 'Uint8Array, 2 bytes: 00 ff'],
    ['many bytes', new Uint8Array(9), 'Uint8Array, 9 bytes: 00 00 00 00 00 00 00 00 …'],
    ['part of a buffer', new Uint8Array([1, 2, 3]).subarray(1), 'Uint8Array, 2 bytes: 02 03'],
    ['a DataView', new DataView(new ArrayBuffer(1)), 'DataView, 1 byte: 00'],
    ['a Blob', new Blob(['abc']), 'unknown type, 3 bytes'],
    ['a File', new File(['abc'], 'a.csv', { type: 'text/csv' }), 'a.csv, text/csv, 3 bytes'],
    ['an empty list', [], '0 items'],
    ['a list of one', [1], '1 item'],
    ['a list of 100,000', new Array(100_000), '100,000 items'],
    ['a set', new Set([1, 2]), '2 items'],
    ['a map of one', new Map([[1, 1]]), '1 entry'],
    ['a map', new Map(), '0 entries'],
    ['an empty object', {}, '{}'],
    ['an object', { id: 1, name: 'a' }, '{ id, name }'],
    ['an object with a key __proto__', JSON.parse('{"__proto__":1}'), '{ __proto__ }'],
    ['an error', new TypeError('no'), 'TypeError: no'],
    ['a pattern', /a/g, '/a/g'],
    ['a symbol', Symbol('left'), 'left'],
    ['a function', fail, 'function fail'],
  ])('of %s', (_, value, expected) => expect(jsonPreview(value)).toBe(expected));

  it('names only what an object holds itself', () => {
    expect(jsonPreview(Object.create({ inherited: 1 }))).toBe('{}');
  });

  it('names the first keys of an object with many', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key${index}`, index]));
    expect(jsonPreview(many, 20)).toBe('{ key0, key1, … }');
  });

  it('leaves out a key that is too long to show', () => {
    expect(jsonPreview({ [long]: 1 })).toBe('{ … }');
    expect(jsonPreview({ id: 1, [long]: 1 })).toBe('{ id, … }');
  });

  it.each<[string, unknown]>([
    ['keys', { a: 1, ['b'.repeat(71)]: 1, c: 1 }],
    ['a bigint', 10n ** 10_000n],
    ['an error', new Error(long)],
    ['a symbol', Symbol(long)],
    ['a function', Object.defineProperty(() => 1, 'name', { value: long })],
  ])('is no longer than its limit for %s', (_, value) => {
    expect(jsonPreview(value).length).toBeLessThanOrEqual(80);
    expect(jsonPreview(value)).toContain('…');
  });

  it('shows a whole text up to the limit, and its start beyond', () => {
    expect(jsonPreview('a'.repeat(80))).toBe(`"${'a'.repeat(80)}"`);
    expect(jsonPreview(long)).toBe(`"${'k'.repeat(80)}…`);
    expect(jsonPreview('abcd', 3)).toBe('"abc…');
  });

  it('reads no value of an object', () => {
    expect(
      jsonPreview({
        get secret() {
          return fail();
        },
      }),
    ).toBe('{ secret }');
  });

  it.each<[string, unknown]>([
    ['a buffer that was given away', detached()],
    ['a view of a buffer that was given away', viewOfDetached()],
    ['an object that lists no keys', closed()],
    ['a proxy that was taken back', revoked()],
    ['an error that cannot be written', Object.defineProperty(new Error('no'), 'message', { get: fail })],
    ['a function that hides its name', Object.defineProperty(() => 1, 'name', { get: fail })],
    ['an object that only looks like a date', Object.create(Date.prototype)],
  ])('of %s says that it could not be read', (_, value) =>
    expect(jsonPreview(value)).toBe('could not be read'),
  );

  it('exists for every value', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: true,
      withSparseArray: true,
      withBoxedValues: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        const preview = jsonPreview(value, 40);
        expect(preview).not.toBe('');
        if (jsonKind(value) === 'object') expect(preview.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe('cutting a text', () => {
  it.each<[string, string, number, string]>([
    ['leaves a short one', 'abc', 3, 'abc'],
    ['takes the start', 'abcd', 3, 'abc'],
    ['never splits a character', 'ab😀', 3, 'ab'],
    ['keeps a character that fits', 'a😀b', 3, 'a😀'],
    ['may leave nothing', '😀', 1, ''],
  ])('%s', (_, text, limit, expected) => expect(cutText(text, limit)).toBe(expected));
});

function viewOfDetached(): Uint8Array {
  const view = new Uint8Array(8);
  structuredClone(view, { transfer: [view.buffer] });
  return view;
}
