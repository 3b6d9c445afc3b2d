/** Code that looks for the page it runs behind, and for whoever started it. */
import { fails, gives, nothing, returns, tries, type Payload } from './payload.ts';

export const page: readonly Payload[] = [
  {
    name: 'looks for a document and a window',
    code: tries(
      'document.title',
      'window.document',
      'parent.location.href',
      'top.location.href',
      'opener.location.href',
      'frames.length',
      'frameElement.id',
      'globalThis[0].document',
      'history.length',
      'new DOMParser().parseFromString("<i></i>", "text/html").title',
    ),
    expected: nothing,
  },
  {
    name: 'asks where it is and whose it is',
    code: returns(
      '[origin, location.origin, location.protocol, location.host, typeof location.ancestorOrigins]',
    ),
    expected: fails(/origin is not defined/),
  },
  {
    name: 'looks at what was loaded before it',
    code: returns(
      'performance.getEntries().map(({ name }) => name).filter((name) => name.startsWith("http"))',
    ),
    expected: nothing,
  },
  {
    name: 'sends messages to the frame and to the page',
    code: tries(
      'self.postMessage({ kind: "stop", id: 1 }) ?? "sent"',
      'globalThis["post" + "Message"]("x") ?? "sent"',
      'parent.postMessage("x", "*") ?? "sent"',
      `(() => {
      for (let place = globalThis; place; place = Object.getPrototypeOf(place))
        if (Object.hasOwn(place, 'postMessage')) return place.postMessage.call(globalThis, 'x') ?? 'sent';
    })()`,
      'MessagePort.prototype.postMessage.call(globalThis, "x") ?? "sent"',
    ),
    expected: nothing,
  },
  {
    name: 'pretends to be the frame that gives it a port',
    code: tries(
      `new Promise((found) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => found(data);
      dispatchEvent(new MessageEvent('message', { ports: [port2] }));
    })`,
    ),
    expected: nothing,
  },
  {
    name: 'listens to every event of its own scope',
    code: tries(
      `new Promise((found) => {
      for (const type of ['message', 'messageerror', 'connect', 'install', 'fetch', 'push'])
        addEventListener(type, ({ data }) => found(data), true);
    })`,
    ),
    expected: nothing,
  },
  {
    name: 'closes itself in the middle',
    code: returns(
      '[typeof close, typeof self.close, (() => { try { close(); } catch { return "alive"; } })()]',
    ),
    expected: gives(['undefined', 'undefined', 'alive']),
  },
  {
    name: 'shows itself to the user',
    code: tries(
      'new Notification("x").title',
      'navigator.setAppBadge(9).then(() => "badge")',
      'alert("x") ?? "shown"',
      'prompt("password?")',
      'navigator.vibrate(200)',
      'navigator.wakeLock.request("screen").then(() => "awake")',
    ),
    expected: nothing,
  },
  {
    name: 'holds the graphics card',
    code: tries(
      'navigator.gpu.requestAdapter().then((adapter) => adapter && "adapter")',
      'new OffscreenCanvas(16, 16).getContext("webgl2") && "webgl2"',
      'new OffscreenCanvas(16, 16).getContext("webgl") && "webgl"',
    ),
    expected: nothing,
  },
  {
    name: 'waits for a key of the vault',
    code: tries(
      'globalThis.vault',
      'crypto.subtle.exportKey("raw", globalThis.key)',
      'globalThis.sluice',
      'globalThis.comlink',
    ),
    expected: nothing,
  },
  {
    name: 'says that it cannot go on',
    code: 'module.exports = () => { document.body.remove(); };',
    expected: fails(/^The code threw “ReferenceError: document is not defined” \(line 1, column 26\)\.$/),
  },
];
