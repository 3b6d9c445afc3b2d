/** The picture of an integration without an icon: two letters on a tile whose colour follows from its id (ux.md 4.2). */
import type { Family } from '#lib/model/catalogue.ts';

const families: readonly Family[] = ['trigger', 'logic', 'data', 'network', 'files', 'messages', 'utility'];

/** "Order triage" is OT; one word gives its first two letters. */
export function monogram({ id, name }: { id: string; name: string }): { monogram: string; family: Family } {
  const [first = '', second] = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = second ? firstLetter(first) + firstLetter(second) : [...first].slice(0, 2).join('');
  return { monogram: letters.toUpperCase() || '?', family: families[hash(id) % families.length] ?? 'data' };
}

function firstLetter(word: string): string {
  return [...word][0] ?? '';
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
}
