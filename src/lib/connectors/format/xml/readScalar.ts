/** How many digits a number keeps for certain. */
const DIGITS = 15;

/**
 * A text that is a number, `true` or `false` is read as that value; one that would lose something (zeros in front, more
 * digits than a number holds) stays text: postcodes and long ids.
 */
export function readScalar(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  if (!/^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return text;
  const value = Number(text);
  const isExact = text.replace(/\D/g, '').length <= DIGITS || String(value) === text;
  return isExact && Number.isFinite(value) ? value : text;
}
