/**
 * Plain data as one text and the bytes it holds. Node imports this file and QuickJS evaluates it, so it needs nothing but
 * the language. The text is JSON of `[value, marks]`; a mark is the path of a place where the value stands for something
 * that JSON cannot say, and the number of its bytes, or -1 for `undefined`.
 */
const { parse, stringify } = JSON;
const { defineProperty, hasOwn, keys } = Object;
const { isArray } = Array;
const { isView } = ArrayBuffer;
const Buffer = ArrayBuffer;
const Bytes = Uint8Array;
const text = String;

export function encode(value) {
  const found = { marks: [], parts: [], path: [] };
  const said = sayable(value, found);
  return { text: stringify([said, found.marks]), parts: found.parts };
}

/** The value itself where JSON can say all of it, which costs no copy. */
function sayable(value, found) {
  if (value === undefined) return mark(found, -1);
  if (typeof value === 'bigint') return text(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Buffer || isView(value)) {
    found.parts[found.parts.length] = bytesOf(value);
    return mark(found, found.parts.length - 1);
  }
  return inside(value, found);
}

function inside(value, found) {
  const { path } = found;
  const names = isArray(value) ? value : keys(value);
  let copy = value;
  for (let index = 0; index < names.length; index++) {
    const name = names === value ? index : names[index];
    path[path.length] = name;
    const said = sayable(value[name], found);
    path.length -= 1;
    if (said === value[name]) continue;
    if (copy === value) copy = isArray(value) ? [...value] : { ...value };
    put(copy, name, said);
  }
  return copy;
}

function mark({ marks, path }, part) {
  marks[marks.length] = [[...path], part];
  return null;
}

function bytesOf(value) {
  if (value instanceof Buffer) return value.slice(0);
  return new Bytes(value.buffer, value.byteOffset, value.byteLength).slice().buffer;
}

export function decode(encoded, parts) {
  const [value, marks] = parse(encoded);
  const whole = { value };
  for (const [path, part] of marks) {
    let place = whole;
    let name = 'value';
    for (const next of path) {
      place = ownOf(place, name);
      name = next;
    }
    ownOf(place, name);
    put(place, name, part === -1 ? undefined : new Bytes(parts[part]));
  }
  return whole.value;
}

/** Never what an object has from its prototype: the text may be a stranger's. */
function ownOf(place, name) {
  if (typeof place === 'object' && place !== null && hasOwn(place, name)) return place[name];
  throw new Error('A mark has no place.');
}

/** Also a property called `__proto__`. */
function put(place, name, value) {
  defineProperty(place, name, { value, writable: true, enumerable: true, configurable: true });
}
