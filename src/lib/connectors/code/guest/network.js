/** What the user's code may ask of the engine: `fetch`, as far as it can be had, and other flows. */
({ plain, fault, MOST_BYTES }, { describe }, host) => {
  const { apply } = Reflect;
  const { keys } = Object;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { get: byteLengthOf } = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength');
  const NativeTypeError = TypeError;
  const NativeBuffer = ArrayBuffer;
  const NativePromise = Promise;
  const Bytes = Uint8Array;
  const text = String;

  const REQUESTS_AT_ONCE = 32;

  let asking = 0;
  let sending = 0;
  let first;
  let last;

  /** Not all at once: whoever asks for thousands of addresses waits for his turn. A list of our own: arrays can be bent. */
  async function inTurn(bytes, work) {
    if (sending + bytes > MOST_BYTES) throw fault('The code sends too much at once: 64 MB are the most.');
    sending += bytes;
    if (asking >= REQUESTS_AT_ONCE)
      await new NativePromise((resolve) => {
        const waiting = { resolve, next: undefined };
        if (last) last.next = waiting;
        else first = waiting;
        last = waiting;
      });
    asking += 1;
    try {
      return await work();
    } finally {
      asking -= 1;
      sending -= bytes;
      const waiting = first;
      first = waiting?.next;
      if (!first) last = undefined;
      waiting?.resolve();
    }
  }

  async function invokeFlow(name, data) {
    const sent = plain(data);
    return await inTurn(0, () => host.invokeFlow(text(name), sent));
  }

  /** The engine sends the request, by its own rules. */
  async function fetch(input, init = {}) {
    const asked =
      typeof input === 'object' && input !== null && 'url' in input
        ? { ...input, url: input.url }
        : { url: input };
    const { body, type } = bodyOf(init.body ?? undefined);
    const headers = headersOf(init.headers ?? asked.headers);
    if (type && !keys(headers).some((name) => name.toLowerCase() === 'content-type'))
      headers['content-type'] = type;
    const method = text(init.method ?? asked.method ?? 'GET').toUpperCase();
    const request = { url: text(asked.url), method, headers, ...(body !== undefined && { body }) };
    try {
      return response(await inTurn(sizeOf(body), () => host.request(request)));
    } catch (thrown) {
      throw new NativeTypeError(describe(thrown).message);
    }
  }

  function sizeOf(body) {
    if (body === undefined) return 0;
    return typeof body === 'string' ? body.length : apply(byteLengthOf, body, []);
  }

  function headersOf(given) {
    const headers = {};
    if (!given) return headers;
    const add = (name, value) => (headers[text(name)] = text(value));
    if (isArray(given)) for (const [name, value] of given) add(name, value);
    else if (typeof given.forEach === 'function') given.forEach((value, name) => add(name, value));
    else for (const name of keys(given)) add(name, given[name]);
    return headers;
  }

  function bodyOf(given) {
    if (given === undefined) return {};
    if (typeof given === 'string') return { body: given, type: 'text/plain;charset=UTF-8' };
    if (given instanceof NativeBuffer) return { body: given.slice(0) };
    if (isView(given))
      return { body: new Bytes(given.buffer, given.byteOffset, given.byteLength).slice().buffer };
    if (typeof URLSearchParams === 'function' && given instanceof URLSearchParams)
      return { body: text(given), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
    throw fault('The body of a request can be text, bytes or URLSearchParams.');
  }

  function response({ status, headers, url, body }) {
    const bytes = new Bytes(body);
    const read = async () => new TextDecoder().decode(bytes);
    return {
      ...{ status, url, ok: status >= 200 && status < 300, statusText: '', redirected: false, type: 'basic' },
      headers: headersRead(headers),
      text: read,
      json: async () => JSON.parse(await read()),
      arrayBuffer: async () => bytes.slice().buffer,
      bytes: async () => bytes.slice(),
      clone: () => response({ status, headers, url, body }),
    };
  }

  function headersRead(headers) {
    const entries = keys(headers).map((name) => [name, headers[name]]);
    const find = (name) => entries.find(([key]) => key === text(name).toLowerCase())?.[1];
    return {
      get: (name) => find(name) ?? null,
      has: (name) => find(name) !== undefined,
      forEach: (each) => entries.forEach(([name, value]) => each(value, name)),
      entries: () => entries.values(),
      keys: () => entries.map(([name]) => name).values(),
      values: () => entries.map(([, value]) => value).values(),
      [Symbol.iterator]: () => entries.values(),
    };
  }

  return { fetch, invokeFlow };
};
