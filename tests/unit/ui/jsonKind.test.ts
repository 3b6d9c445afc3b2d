import { describe, expect, it } from 'vitest';
import { jsonKind, type JsonKind } from '#lib/ui/jsonKind.ts';
import { revoked } from './oddValues.ts';

describe('the kind of a value', () => {
  it.each<[string, unknown, JsonKind]>([
    ['a text', '', 'string'],
    ['a number', 0, 'number'],
    ['NaN', NaN, 'number'],
    ['a bigint', 1n, 'number'],
    ['a truth value', false, 'boolean'],
    ['null', null, 'null'],
    ['undefined', undefined, 'null'],
    ['a date', new Date(0), 'date'],
    ['an invalid date', new Date(NaN), 'date'],
    ['an ArrayBuffer', new ArrayBuffer(1), 'bytes'],
    ['a typed array', new Float64Array(1), 'bytes'],
    ['a bigint array', new BigInt64Array(1), 'bytes'],
    ['a DataView', new DataView(new ArrayBuffer(1)), 'bytes'],
    ['a Blob', new Blob(['a']), 'file'],
    ['a File', new File(['a'], 'a.txt'), 'file'],
    ['an array', [], 'list'],
    ['a set', new Set(), 'list'],
    ['an object', {}, 'object'],
    ['an object without a prototype', Object.create(null), 'object'],
    ['a map', new Map(), 'object'],
    ['an error', new TypeError('no'), 'other'],
    ['a pattern', /a/, 'other'],
    ['a symbol', Symbol('a'), 'other'],
    ['a function', () => 1, 'other'],
  ])('of %s', (_, value, kind) => expect(jsonKind(value)).toBe(kind));

  it('of what cannot even be looked at is other', () => expect(jsonKind(revoked())).toBe('other'));
});
