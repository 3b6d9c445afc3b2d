/** How much room a value takes, without writing it out. */

/** Deeper values overflow the stack of whoever writes or copies them. */
const DEEPEST = 2_000;

/** Larger ones are remembered: a document that a loop hands on is not counted at every step. */
const WORTH_REMEMBERING = 4_096;

const remembered = new WeakMap<object, number>();

/**
 * About as many bytes as JSON would have; counting stops beyond `most`, so circles end as well. `Infinity` for what is
 * nested too deeply.
 */
export function sizeOf(value: unknown, most = Infinity): number {
  if (typeof value !== 'object' || value === null) return leafSize(value);
  const known = remembered.get(value);
  if (known !== undefined) return known;
  const size = count(value, most);
  if (size > WORTH_REMEMBERING && size <= most) remembered.set(value, size);
  return size;
}

/** Level by level, not by calls: a stranger's value may be deeper than the stack. */
function count(value: object, most: number): number {
  let size = 0;
  let level: object[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return Infinity;
    const next: object[] = [];
    for (const one of level) size += remembered.get(one) ?? ownSize(one, next);
    if (size > most) return size;
    level = next;
  }
  return size;
}

/** The size of an object without the objects in it, which are put into `inside`. */
function ownSize(one: object, inside: object[]): number {
  if (one instanceof ArrayBuffer || ArrayBuffer.isView(one)) return one.byteLength;
  let size = 2;
  const add = (value: unknown) => {
    size += 1;
    if (typeof value === 'object' && value !== null) inside.push(value);
    else size += leafSize(value);
  };
  if (Array.isArray(one)) one.forEach(add);
  else
    for (const key in one) {
      size += key.length + 3;
      add((one as Record<string, unknown>)[key]);
    }
  return size;
}

function leafSize(value: unknown): number {
  return typeof value === 'string' ? value.length + 2 : 5;
}
