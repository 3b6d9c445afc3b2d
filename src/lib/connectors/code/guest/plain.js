/** Plain data out of whatever the user's code holds, and sentences about what it did wrong. */
() => {
  const { keys, create, defineProperty } = Object;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { isFinite } = Number;
  const NativeError = Error;
  const Bytes = Uint8Array;
  const NativeBuffer = ArrayBuffer;
  const NativeSet = Set;
  const text = String;

  /** Bytes of all that is copied at once, roughly, as the engine counts them. */
  const MOST_BYTES = 64 * 1024 * 1024;
  const DEEPEST = 400;

  /** What is wrong is a sentence of ours, not something the code threw. */
  function fault(message) {
    const error = new NativeError(message);
    error.name = 'CodeFault';
    return error;
  }

  /** Plain data: what JSON can say, bytes besides, and `undefined` where a property says that something is to go. */
  function plain(value) {
    const inside = new NativeSet();
    let size = 0;
    function count(bytes) {
      size += bytes;
      if (size > MOST_BYTES) throw fault('The code returned too much: 64 MB are the most.');
    }
    function copy(found, depth) {
      const value = jsonValue(found);
      count(typeof value === 'string' ? value.length : 8);
      if (typeof value !== 'object' || value === null) return value;
      count(16);
      if (depth > DEEPEST) throw fault('The code returned something that is nested too deeply.');
      if (value instanceof NativeBuffer || isView(value)) return bytesOf(value);
      if (inside.has(value)) throw fault('The code returned something that contains itself.');
      inside.add(value);
      const copied = isArray(value) ? list(value, depth) : record(value, depth);
      inside.delete(value);
      return copied;
    }
    function bytesOf(value) {
      const bytes = isView(value)
        ? new Bytes(value.buffer, value.byteOffset, value.byteLength)
        : new Bytes(value);
      count(bytes.byteLength);
      return new Bytes(bytes);
    }
    function list(value, depth) {
      const copied = [];
      count(value.length * 8);
      for (let index = 0; index < value.length; index++) {
        const item = copy(value[index], depth + 1);
        defineProperty(copied, index, { ...open, value: item === undefined ? null : item });
      }
      return copied;
    }
    function record(value, depth) {
      const copied = create(null);
      const names = keys(value);
      for (let index = 0; index < names.length; index++) {
        const key = names[index];
        count(key.length);
        copied[key] = copy(value[key], depth + 1);
      }
      return copied;
    }
    return copy(value, 0);
  }

  const open = { __proto__: null, writable: true, enumerable: true, configurable: true };

  /** As JSON has it: what it cannot say is left out, and `toJSON` is asked once. */
  function jsonValue(value) {
    if (typeof value === 'bigint') return text(value);
    if (typeof value === 'function' || typeof value === 'symbol') return undefined;
    if (typeof value === 'number') return isFinite(value) ? value : null;
    if (typeof value !== 'object' || value === null || typeof value.toJSON !== 'function') return value;
    const said = value.toJSON();
    return typeof said === 'object' ? said : jsonValue(said);
  }

  return { plain, fault, MOST_BYTES };
};
