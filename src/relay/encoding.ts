/** Which compressed form of a file a client takes. */

/** The compressed forms the build writes beside a file, by the name HTTP has for them. */
export const SUFFIXES = { br: '.br', gzip: '.gz' } as const;

/** The HTTP name of a compressed form. */
export type Encoding = keyof typeof SUFFIXES;

/** The forms that an `Accept-Encoding` header allows, best first; between equals the smaller one, brotli. */
export function acceptedEncodings(header = ''): Encoding[] {
  const weights = new Map(header.toLowerCase().split(',').map(readWeight));
  function weightOf(encoding: Encoding): number {
    return weights.get(encoding) ?? weights.get('*') ?? 0;
  }
  return (['br', 'gzip'] as const)
    .filter((encoding) => weightOf(encoding) > 0)
    .sort((one, other) => weightOf(other) - weightOf(one));
}

/** `gzip;q=0.5` is wanted half as much as `br`; `q=0` forbids. */
function readWeight(part: string): [string, number] {
  const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
}
