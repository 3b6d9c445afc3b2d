/* eslint-disable @typescript-eslint/no-unused-expressions -- the file is one expression, put before the user's code */
/**
 * Runs in a worker of its own for each code step of an execution: speaks with the runtime worker through a port that the
 * user's code cannot reach. What it uses is taken before that code can replace it.
 */
(makeGuest, script) => {
  'use strict';
  const { apply } = Reflect;
  const { get: dataOf } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  const { preventDefault, stopImmediatePropagation } = Event.prototype;
  const { replaceAll } = String.prototype;
  const { href } = location;
  const AskError = Error;

  /** Ways to the page, to other workers and to the network. The policy of the frame forbids the last of them too. */
  const forbidden = [
    ...[
      'postMessage',
      'close',
      'importScripts',
      'Worker',
      'SharedWorker',
      'BroadcastChannel',
      'XMLHttpRequest',
    ],
    ...['WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'indexedDB', 'caches', 'Notification'],
    ...['onmessage', 'onmessageerror', 'webkitRequestFileSystem', 'webkitRequestFileSystemSync'],
  ];

  function forbid() {
    for (let place = globalThis; place && place !== Object.prototype; place = Object.getPrototypeOf(place))
      for (const name of forbidden) Reflect.deleteProperty(place, name);
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

    const guest = makeGuest({
      log: (level, message) => send({ kind: 'log', level, message }),
      request: (request) => ask({ kind: 'request', request }),
      invokeFlow: (name, data) => ask({ kind: 'invoke', name, data }),
    });

    function threw(kind, thrown) {
      const { name, message, stack } = guest.describe(thrown);
      send({ kind, thrown: { name, message, stack: apply(replaceAll, stack, [href, 'code.js']) } });
    }

    globalThis.console = guest.console;
    globalThis.fetch = guest.fetch;
    addEventListener(
      'error',
      uncaught((event) => threw('uncaught', event.error ?? event.message)),
    );
    addEventListener(
      'unhandledrejection',
      uncaught(({ reason }) => threw('uncaught', reason)),
    );
    forbid();

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
  function uncaught(tell) {
    return (event) => {
      apply(preventDefault, event, []);
      apply(stopImmediatePropagation, event, []);
      tell(event);
    };
  }

  addEventListener('message', ({ ports: [port] }) => speak(port), { once: true });
};
