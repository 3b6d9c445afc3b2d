/** `structuredClone` of what code commonly has: plain objects, lists, dates, maps, sets, errors and bytes. */
() => {
  function structuredClone(value) {
    return copyOf(value, new Map());
  }

  function copyOf(value, known) {
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new TypeError(`${String(value)} could not be cloned.`);
    if (typeof value !== 'object' || value === null) return value;
    if (known.has(value)) return known.get(value);
    const copy = emptyOf(value);
    known.set(value, copy);
    fill(copy, value, known);
    return copy;
  }

  function emptyOf(value) {
    if (Array.isArray(value)) return new Array(value.length);
    if (value instanceof Date) return new Date(value);
    if (value instanceof Map) return new Map();
    if (value instanceof Set) return new Set();
    if (value instanceof RegExp) return new RegExp(value);
    if (value instanceof ArrayBuffer) return value.slice(0);
    if (ArrayBuffer.isView(value)) return viewOf(value);
    if (value instanceof Error) return new Error(value.message);
    return {};
  }

  function viewOf(value) {
    const buffer = value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    return new value.constructor(buffer);
  }

  function fill(copy, value, known) {
    if (value instanceof Map)
      for (const [key, item] of value) copy.set(copyOf(key, known), copyOf(item, known));
    else if (value instanceof Set) for (const item of value) copy.add(copyOf(item, known));
    else if (value instanceof Error) Object.assign(copy, { name: value.name, stack: value.stack });
    else if (!ArrayBuffer.isView(value))
      for (const key of Object.keys(value)) {
        const property = {
          value: copyOf(value[key], known),
          writable: true,
          enumerable: true,
          configurable: true,
        };
        Object.defineProperty(copy, key, property);
      }
  }

  return { structuredClone };
};
