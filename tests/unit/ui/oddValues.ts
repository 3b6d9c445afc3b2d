/** Values that break whoever reads them carelessly. */

/** A proxy whose every use throws, `Array.isArray` included. */
export function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** An object that will not list its keys. */
export function closed(): object {
  return new Proxy({}, { ownKeys: fail });
}

/** A buffer that was handed to another thread. */
export function detached(): ArrayBuffer {
  const buffer = new ArrayBuffer(8);
  structuredClone(buffer, { transfer: [buffer] });
  return buffer;
}

/** A list that counts how many of its parts were read. */
export function countingList(length: number): { list: unknown[]; reads: () => number } {
  let count = 0;
  const list = new Proxy(new Array<unknown>(length), {
    get(target, key, receiver) {
      if (typeof key !== 'string' || !/^\d+$/.test(key)) return Reflect.get(target, key, receiver);
      count++;
      return Number(key);
    },
  });
  return { list, reads: () => count };
}

/** What a getter of a test does. */
export function fail(): never {
  throw new Error('not to be read');
}
