/**
 * What links the user's code to its thread, in the realm of that code. `send` takes a kind, a number and encoded data out;
 * what comes in is given to `receive` in the same form. The code can reach neither.
 */
(send, makeGuest, { encode, decode }) => {
  const asked = new Map();
  let count = 0;

  function post(kind, id, value) {
    const { text, parts } = encode(value);
    send(kind, id, text, ...parts);
  }

  function ask(kind, question) {
    const id = ++count;
    return new Promise((resolve, reject) => {
      asked.set(id, { resolve, reject });
      post(kind, id, question);
    });
  }

  const guest = makeGuest();
  guest.connect({
    log: (level, message) => post('log', 0, { level, message }),
    request: (request) => ask('request', request),
    invokeFlow: (name, data) => ask('invokeFlow', { name, data }),
  });

  let loaded;

  const orders = {
    async call(id, { how, args }) {
      try {
        await loaded;
        post('done', id, await guest.call(how, args));
      } catch (thrown) {
        post('threw', id, guest.describe(thrown));
      }
    },
    answer: (id, value) => taken(id)?.resolve(value),
    refusal: (id, message) => taken(id)?.reject(new Error(message)),
  };

  function taken(id) {
    const waiting = asked.get(id);
    asked.delete(id);
    return waiting;
  }

  return {
    globals: { console: guest.console, fetch: guest.fetch },
    /** For what is thrown where no call can catch it. */
    uncaught: (thrown) => post('uncaught', 0, guest.describe(thrown)),
    load(script) {
      loaded = guest.load(script);
      // Each call hears of it.
      loaded.catch(() => undefined);
    },
    receive(kind, id, text, ...parts) {
      orders[kind](id, decode(text, parts));
    },
  };
};
