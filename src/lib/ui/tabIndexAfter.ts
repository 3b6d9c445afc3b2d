/** Which tab a key leads to, or undefined when the key means nothing to tabs. Wraps around; mirrored in RTL pages. */
export function tabIndexAfter(
  key: string,
  from: number,
  count: number,
  mirrored = false,
): number | undefined {
  if (count === 0) return undefined;
  const forward = mirrored ? 'ArrowLeft' : 'ArrowRight';
  const back = mirrored ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (from + 1) % count;
  if (key === back) return (Math.max(from, 0) - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
