/* eslint-disable @typescript-eslint/no-unused-expressions, @typescript-eslint/prefer-for-of -- the file is one expression, for hosts to evaluate; the user's code may bend iteration */
/**
 * The part of a sandbox that lives beside the user's code, in its realm: hands the code what it may use, and makes plain
 * data of what it returns. Evaluated as text in a browser's worker and in QuickJS, so it needs nothing but the language;
 * `fetch` needs TextDecoder besides. What it uses is taken before the user's code can replace it.
 */
(host) => {
  'use strict';
  const { apply } = Reflect;
  const { keys, create, defineProperty } = Object;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { stringify } = JSON;
  const { slice: sliceText } = String.prototype;
  const { get: byteLengthOf } = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength');
  const { isFinite } = Number;
  const NativeError = Error;
  const NativeTypeError = TypeError;
  const Bytes = Uint8Array;
  const NativeBuffer = ArrayBuffer;
  const NativeSet = Set;
  const NativePromise = Promise;
  const text = String;

  /** Characters of one line of the log, lines and characters of all: the engine keeps no more. */
  const LINE = 4096;
  const LINES = 100_001;
  const LOG = 17 * 1024 * 1024;
  /** Bytes of a result, roughly, as the engine counts them. */
  const RESULT = 64 * 1024 * 1024;
  const DEPTH = 400;
  const REQUESTS_AT_ONCE = 32;

  let user;
  let lines = 0;
  let logged = 0;

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
      if (size > RESULT) throw fault('The code returned too much: 64 MB are the most.');
    }
    function copy(found, depth) {
      const value = jsonValue(found);
      count(typeof value === 'string' ? value.length : 8);
      if (typeof value !== 'object' || value === null) return value;
      count(16);
      if (depth > DEPTH) throw fault('The code returned something that is nested too deeply.');
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

  /** Texts, whatever was thrown; never throws itself. */
  function describe(thrown) {
    try {
      if (typeof thrown !== 'object' || thrown === null)
        return { name: '', message: cut(text(thrown)), stack: '' };
      const { name, message, stack } = thrown;
      if (typeof message !== 'string') return { name: '', message: cut(show(thrown)), stack: '' };
      return {
        name: cut(typeof name === 'string' ? name : ''),
        message: cut(message),
        stack: apply(sliceText, text(stack ?? ''), [-LINE]),
      };
    } catch {
      return { name: '', message: 'something that cannot be shown', stack: '' };
    }
  }

  function cut(said) {
    return said.length > LINE ? apply(sliceText, said, [0, LINE]) : said;
  }

  function show(value) {
    try {
      if (typeof value === 'string') return value;
      if (typeof value === 'function') return `[function ${value.name}]`;
      if (typeof value !== 'object' || value === null) return text(value);
      if (value instanceof NativeError) return text(value.stack || value);
      return stringify(plain(value));
    } catch {
      return '[cannot be shown]';
    }
  }

  function line(level) {
    return (...shown) => {
      if (lines >= LINES || logged > LOG) return;
      let message = '';
      for (let index = 0; index < shown.length && message.length < LINE; index++)
        message += (index > 0 ? ' ' : '') + show(shown[index]);
      message = apply(sliceText, message, [0, LINE + 1]);
      lines += 1;
      logged += message.length;
      host.log(level, message);
    };
  }

  const [debug, info, warn, error] = [line('debug'), line('info'), line('warn'), line('error')];
  const nothing = () => undefined;

  function logger() {
    return { metric: info, trace: debug, debug, info, log: info, warn, error };
  }

  const console = {
    ...{ debug, trace: debug, info, log: info, dir: info, table: info, group: info, warn, error },
    assert: (holds, ...said) => (holds ? undefined : error('Assertion failed:', ...said)),
    ...{ groupCollapsed: info, groupEnd: nothing, time: nothing, timeEnd: nothing, timeLog: nothing },
    ...{ count: nothing, countReset: nothing, clear: nothing },
  };

  let asking = 0;
  let sending = 0;
  let first;
  let last;

  /** Not all at once: whoever asks for thousands of addresses waits for his turn. A list of our own: arrays can be bent. */
  async function inTurn(bytes, work) {
    if (sending + bytes > RESULT) throw fault('The code sends too much at once: 64 MB are the most.');
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

  /** The platform's `fetch`, as far as it can be had: the engine sends the request, by its own rules. */
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

  function require(name) {
    throw fault(`Code has no “${text(name)}”: it runs alone, without modules.`);
  }

  const ways = {
    call: (given) =>
      apply(user, undefined, {
        ...given,
        0: { ...given[0], logger: logger(), invokeFlow },
        length: given.length,
      }),
    filter: async ([items, ...rest]) => {
      const kept = [];
      for (let index = 0; index < items.length; index++)
        if (await user(items[index], index, ...rest)) kept.push(items[index]);
      return kept;
    },
    map: async ([items, ...rest]) => {
      const mapped = [];
      for (let index = 0; index < items.length; index++)
        mapped.push(await user(items[index], index, ...rest));
      return mapped;
    },
    sort: ([items]) => [...items].sort((left, right) => order(user(left, right))),
  };

  function order(answer) {
    if (typeof answer?.then === 'function')
      throw fault('A comparison cannot wait: it must give a number at once.');
    return answer;
  }

  return {
    console,
    fetch,
    describe,
    /** What the code asks for is answered by `given` from then on. */
    connect(given) {
      host = given;
    },
    /** Takes what evaluating the prepared script gave; rejects when that exports no function. */
    async load(script) {
      const module = { exports: {} };
      const exported = {};
      await apply(script, module.exports, [module, module.exports, require, exported]);
      const found = [exported.it, module.exports, module.exports?.default];
      user = found.find((one) => typeof one === 'function');
      if (!user)
        throw fault(
          'The code exports no function: begin it with “module.exports = async (context, stepResults) => {”.',
        );
    },
    /** One call of the user's function; resolves to plain data. */
    async call(how, given) {
      return plain(await ways[how](given));
    },
  };
};
