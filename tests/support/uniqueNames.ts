/** Names that differ, also as references spell them. */
import { referenceName } from '#lib/model/name.ts';

/** The same names, with numbers where two would be one; each has a letter or digit that a reference can spell. */
export function uniqueNames(names: readonly string[], taken = new Set<string>()): string[] {
  return names.map((name) => {
    let free = referenceName(name) === '' ? `Step ${name}` : name;
    for (let number = 2; taken.has(referenceName(free)); number++) free = `${name} ${number}`;
    taken.add(referenceName(free));
    return free;
  });
}
