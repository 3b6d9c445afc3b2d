/**
 * Runs in a worker of its own for each code step of an execution: speaks with the runtime worker through a port that the
 * user's code cannot reach. What it uses is taken before that code can replace it.
 */
(makeGuest) => {
  'use strict';
  const { apply, deleteProperty, ownKeys, getPrototypeOf } = Reflect;
  const { get: dataOf } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  const { preventDefault, stopImmediatePropagation } = Event.prototype;
  const { replaceAll } = String.prototype;
  const { href } = location;
  const AskError = Error;
  const listen = addEventListener.bind(globalThis);

  /** What the code may see of its realm besides the language. All else leads to the page, to other workers or outside. */
  const allowed = new Set(
    (
      'globalThis self console fetch crypto performance setTimeout clearTimeout setInterval clearInterval queueMicrotask ' +
      'structuredClone atob btoa TextEncoder TextDecoder URL URLSearchParams Headers Blob FormData AbortController ' +
      'AbortSignal Event EventTarget DOMException ' +
      'Object Function Array Number Boolean String Symbol BigInt Date Promise RegExp Map Set WeakMap WeakSet WeakRef ' +
      'FinalizationRegistry Iterator Proxy Reflect JSON Math Intl Temporal ArrayBuffer DataView Int8Array Uint8Array ' +
      'Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array ' +
      'Float32Array Float64Array Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError ' +
      'TypeError URIError DisposableStack AsyncDisposableStack Infinity NaN undefined eval isFinite isNaN parseFloat ' +
      'parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape constructor'
    ).split(' '),
  );

  function forbid() {
    for (let place = globalThis; place && place !== Object.prototype; place = getPrototypeOf(place))
      for (const name of ownKeys(place))
        if (typeof name === 'string' && !allowed.has(name)) deleteProperty(place, name);
  }

  function speak(port) {
    const send = port.postMessage.bind(port);
    const asked = new Map();
    let count = 0;

    function ask(question) {
      const id = ++count;
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
        send({ ...question, id });
      });
    }

    guest.connect({
      log: (level, message) => send({ kind: 'log', level, message }),
      request: (request) => ask({ kind: 'request', request }),
      invokeFlow: (name, data) => ask({ kind: 'invoke', name, data }),
    });

    function threw(kind, thrown) {
      const { name, message, stack } = guest.describe(thrown);
      send({ kind, thrown: { name, message, stack: apply(replaceAll, stack, [href, 'code.js']) } });
    }

    tell = threw;

    let loaded;
    port.onmessage = (event) => {
      const order = apply(dataOf, event, []);
      if (order.kind === 'call') void call(order);
      else settle(order);
    };
    send({ kind: 'started' });
    loaded = guest.load(script);
    loaded.catch(() => undefined);

    async function call({ how, args }) {
      try {
        await loaded;
        send({ kind: 'done', data: await guest.call(how, args) });
      } catch (thrown) {
        threw('threw', thrown);
      }
    }

    function settle({ kind, id, value, message }) {
      const waiting = asked.get(id);
      asked.delete(id);
      if (kind === 'answer') waiting?.resolve(value);
      else waiting?.reject(new AskError(message));
    }
  }

  /** Nothing of it reaches the frame, whose thread draws the page. */
  function uncaught(thrownIn) {
    return (event) => {
      apply(preventDefault, event, []);
      apply(stopImmediatePropagation, event, []);
      tell('uncaught', thrownIn(event));
    };
  }

  const guest = makeGuest();
  let script;
  let tell = () => undefined;
  globalThis.console = guest.console;
  globalThis.fetch = guest.fetch;
  listen(
    'error',
    uncaught((event) => event.error ?? event.message),
    true,
  );
  listen(
    'unhandledrejection',
    uncaught(({ reason }) => reason),
    true,
  );
  // The first listener is ours, and no other hears of the port.
  listen(
    'message',
    (event) => {
      apply(stopImmediatePropagation, event, []);
      speak(event.ports[0]);
    },
    { once: true },
  );
  forbid();
  // The user's code follows as a statement of its own and hands itself over; nothing of it has run before this.
  Object.defineProperty(globalThis, '$code', {
    configurable: true,
    set(value) {
      script ??= value;
      deleteProperty(globalThis, '$code');
    },
  });
};
