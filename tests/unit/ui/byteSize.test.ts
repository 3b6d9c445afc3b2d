import { describe, expect, it } from 'vitest';
import { byteSize } from '#lib/ui/byteSize.ts';

describe('a size', () => {
  it.each<[number, string]>([
    [0, '0 bytes'],
    [1, '1 byte'],
    [12, '12 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1449, '1.4 kB'],
    [1450, '1.5 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1 MB'],
    [999_999, '1 MB'],
    [1_000_000, '1 MB'],
    [999_999_999, '1 GB'],
    [2_100_000_000, '2.1 GB'],
    [999_999_999_999, '1 TB'],
    [1e12, '1 TB'],
    [5e15, '5,000 TB'],
  ])('of %d bytes is %s', (bytes, expected) => expect(byteSize(bytes)).toBe(expected));
});
