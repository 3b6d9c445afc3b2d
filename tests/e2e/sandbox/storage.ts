/** Code that looks for what the browser keeps for the app. */
import { nothing, tries, type Payload } from './payload.ts';

/** Reads the first text of the database that the test has made. */
const read = (factory: string) => `new Promise((found, stop) => {
      const opening = ${factory}.open('canary');
      opening.onerror = stop;
      opening.onsuccess = () => {
        const reading = opening.result.transaction('kept').objectStore('kept').getAll();
        reading.onsuccess = () => found(reading.result);
      };
    })`;

const everyPlace = `(() => {
      const places = [];
      for (let place = globalThis; place; place = Object.getPrototypeOf(place)) places.push(place);
      return places;
    })()`;

const inherited = (name: string) =>
  `${everyPlace}.map((place) => Object.getOwnPropertyDescriptor(place, '${name}')).find(Boolean).get.call(globalThis)`;

/** Reads all that is in the cache that the test has made. */
const cached = (caches: string) => `${caches}.open('canary')
      .then((cache) => cache.matchAll())
      .then(([found]) => found.text())`;

export const storage: readonly Payload[] = [
  {
    name: 'opens a database',
    code: tries(read('indexedDB'), 'indexedDB.databases()'),
    expected: nothing,
    unguarded: 'reads a secret',
  },
  {
    name: 'deletes the databases of the app',
    code: tries(
      'indexedDB.deleteDatabase("canary") && "asked"',
      'indexedDB.deleteDatabase("sluice") && "asked"',
    ),
    expected: nothing,
  },
  {
    name: 'opens a database that it finds among the prototypes',
    code: tries(read(inherited('indexedDB')), read('webkitIndexedDB')),
    expected: nothing,
    unguarded: 'reads a secret',
  },
  {
    name: 'reads the caches',
    code: tries('caches.keys()', cached('caches'), cached(inherited('caches'))),
    expected: nothing,
    unguarded: 'reads a secret',
  },
  {
    name: 'reads the private files of the origin',
    code: tries(
      `navigator.storage.getDirectory()
        .then((folder) => folder.getFileHandle('canary'))
        .then((handle) => handle.getFile())
        .then((file) => file.text())`,
    ),
    expected: nothing,
    unguarded: 'reads a secret',
  },
  {
    name: 'writes a private file',
    code: tries(
      `navigator.storage.getDirectory()
        .then((folder) => folder.getFileHandle('left', { create: true }))
        .then((handle) => handle.createSyncAccessHandle())
        .then(() => 'written')`,
    ),
    expected: nothing,
  },
  {
    name: 'reads and writes the older kind of private files',
    code: tries(
      'webkitRequestFileSystemSync(0, 1024).root.getFile("left", { create: true }).name',
      'new Promise((found, stop) => webkitRequestFileSystem(0, 1024, () => found("opened"), stop))',
      'webkitResolveLocalFileSystemSyncURL("filesystem:http://127.0.0.1/temporary/left").name',
    ),
    expected: nothing,
  },
  {
    name: 'reads local storage and session storage',
    code: tries('localStorage.canary', 'sessionStorage.canary', 'globalThis.localStorage.getItem("canary")'),
    expected: nothing,
  },
  {
    name: 'reads cookies',
    code: tries(
      'document.cookie',
      'cookieStore.getAll()',
      'cookieStore.set("left", "1").then(() => "written")',
      `${inherited('cookieStore')}.getAll()`,
    ),
    expected: nothing,
  },
  {
    name: 'opens a storage bucket',
    code: tries(
      'navigator.storageBuckets.open("left").then((bucket) => bucket.name)',
      'navigator.storageBuckets.keys()',
    ),
    expected: nothing,
  },
  {
    name: 'asks how much is stored',
    code: tries(
      'navigator.storage.persisted().then(String)',
      'navigator.storage.estimate().then(({ usage }) => usage || undefined)',
    ),
    expected: nothing,
  },
  {
    name: 'speaks to the other tabs',
    code: tries(
      'new BroadcastChannel("sluice").postMessage("hello") ?? "sent"',
      `new (${inherited('BroadcastChannel')})("sluice").name`,
    ),
    expected: nothing,
  },
  {
    name: 'looks at the locks of the app and takes one',
    code: tries(
      'navigator.locks.query().then(({ held }) => held)',
      'navigator.locks.request("run:1", { steal: true }, () => "taken")',
    ),
    expected: nothing,
  },
  {
    name: 'puts a service worker before the app',
    code: tries(
      'navigator.serviceWorker.register("data:text/javascript,").then(() => "registered")',
      'navigator.serviceWorker.getRegistrations()',
      'registration.scope',
      'clients.matchAll()',
    ),
    expected: nothing,
  },
  {
    name: 'reads what the user copied, and where he is',
    code: tries(
      'navigator.clipboard.readText()',
      'new Promise((found, stop) => navigator.geolocation.getCurrentPosition(found, stop))',
      'navigator.usb.getDevices()',
      'navigator.hid.getDevices()',
      'navigator.serial.getPorts()',
      'navigator.credentials.get({ password: true })',
      'navigator.mediaDevices.enumerateDevices()',
      'navigator.permissions.query({ name: "notifications" }).then(({ state }) => (state === "granted" ? state : undefined))',
    ),
    expected: nothing,
  },
];
