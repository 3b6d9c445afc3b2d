/** The head of a reference: how `Get Thread's Last Response ID` becomes `getThreadSLastResponseId`. */

/** Normalises a step's name as references spell it (format.md 1.6.4). Not lodash's camelCase. */
export function referenceName(name: string): string {
  const words = name
    .replace(/[^0-9a-zA-Z]+/g, ' ')
    .trim()
    .split(' ');
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : capitalised(word))).join('');
}

/** The first of "Name", "Name 2", "Name 3"… that is not taken, as the format's designer numbers copies. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    const candidate = `${name} ${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** A name as it stands in an address: lower-case words joined by hyphens. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
