/** A number of bytes as people read it: `12 bytes`, `1.4 kB`, `2.1 GB` (powers of 1,000, as browsers and disks count). */
export function byteSize(bytes: number): string {
  let size = bytes;
  let power = 0;
  // From 999.95 on, one decimal would be written as 1,000 of the smaller unit.
  while (size >= (power === 0 ? 1000 : 999.95) && power < UNITS.length - 1) {
    size /= 1000;
    power++;
  }
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(size);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
