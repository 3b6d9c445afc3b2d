/** Sizes as screens print them: "1 MB", "2.1 GB". */
export function bytesText(bytes: number): string {
  const [size, unit] = steps.find(([least]) => bytes >= least * 0.95) ?? [1, 'B'];
  const amount = bytes / size;
  return `${amount < 9.95 && unit !== 'B' ? Number(amount.toFixed(1)) : Math.round(amount)} ${unit}`;
}

const steps: readonly (readonly [number, string])[] = [
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'KB'],
];
