/**
 * Whether a value comes back from JSON as it was, and takes no more than so many characters. Not so: `undefined`, dates,
 * bytes, numbers that are none, negative zero, holes in lists, instances of classes.
 */
export function fitsJson(value: unknown, length: number): boolean {
  return roomAfter(value, length) >= 0;
}

/** What is left of so much room; less than 0 when it does not fit. */
function roomAfter(value: unknown, room: number): number {
  switch (typeof value) {
    case 'string':
      return room - value.length - 2;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? room - 5 : -1;
    case 'boolean':
      return room - 5;
    case 'object':
      return value === null ? room - 5 : roomAfterAll(value, room - 2);
    default:
      return -1;
  }
}

/** Depth needs no limit of its own: every level takes room. */
function roomAfterAll(value: object, room: number): number {
  let left = room;
  if (Array.isArray(value)) {
    // Equal only without names beside the numbers; a hole reads as `undefined`, which does not fit.
    if (value.length > room || Object.keys(value).length !== value.length) return -1;
    for (let index = 0; index < value.length && left >= 0; index++) left = roomAfter(value[index], left - 1);
    return left;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return -1;
  for (const key in value) {
    left = roomAfter((value as Record<string, unknown>)[key], left - key.length - 4);
    if (left < 0) return left;
  }
  return left;
}
