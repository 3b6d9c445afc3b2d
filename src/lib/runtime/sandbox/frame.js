/* The script of the sandbox's frame: starts and ends workers as the runtime worker orders it. Its hash is in the policy. */
(() => {
  'use strict';
  const policy = globalThis.trustedTypes?.createPolicy('sluice-sandbox', { createScriptURL: (url) => url });
  const workers = new Map();

  function start({ id, source }, given, port) {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const worker = new Worker(policy ? policy.createScriptURL(url) : url, { name: 'code' });
    worker.onerror = (event) => {
      event.preventDefault();
      const { message, lineno: line, colno: column } = event;
      port.postMessage({ kind: 'broken', id, message, line, column });
    };
    worker.postMessage(undefined, [given]);
    workers.set(id, { worker, url });
  }

  function stop({ id }) {
    const found = workers.get(id);
    found?.worker.terminate();
    if (found) URL.revokeObjectURL(found.url);
    workers.delete(id);
  }

  addEventListener('message', function connect({ source, ports: [port] }) {
    if (source !== parent || !port) return;
    removeEventListener('message', connect);
    port.onmessage = ({ data, ports: [given] }) => {
      if (data.kind === 'start') start(data, given, port);
      else if (data.kind === 'stop') stop(data);
      else port.postMessage({ kind: 'pong' });
    };
  });
})();
