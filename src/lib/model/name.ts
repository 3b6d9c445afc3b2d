/** The head of a reference: how `Get Thread's Last Response ID` becomes `getThreadSLastResponseId`. */

/** Normalises a step's name as references spell it (format.md 1.6.4). Not lodash's camelCase. */
export function referenceName(name: string): string {
  const words = name
    .replace(/[^0-9a-zA-Z]+/g, ' ')
    .trim()
    .split(' ');
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : capitalised(word))).join('');
}

/** What knows which names are taken: a set of them, or more than that. */
interface Taken {
  has(name: string): boolean;
}

/** The first of "Name", "Name 2", "Name 3"… that is not taken, as the format's designer numbers copies. */
export function freeName(name: string, taken: Taken, firstNumber = 2): string {
  if (!taken.has(name)) return name;
  for (let number = firstNumber; ; number++) {
    const candidate = `${name} ${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** How names stand in addresses: lower-case words joined by hyphens, with a number where two would be the same. */
export function slugs(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['flow'];
    const free = freeName(words.join('-'), taken).replace(' ', '-');
    taken.add(free);
    return free;
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
