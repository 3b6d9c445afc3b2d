/**
 * What QuickJS lacks and Node has, for the user's code: by name, from plain data to plain data or bytes. Nothing here
 * touches anything but its argument.
 */
import { randomBytes, randomUUID } from 'node:crypto';

const encoder = new TextEncoder();

/** Each gets a value, and bytes if it was given some; throws what the code is to be told. */
export const platform = {
  encodeText: (text) => encoder.encode(text),
  decodeText: ({ label, ...options }, bytes) => new TextDecoder(label, options).decode(bytes),
  toBase64: (text) => btoa(text),
  fromBase64: (text) => atob(text),
  address: ({ href, base }) => (URL.canParse(href, base) ? partsOf(new URL(href, base)) : null),
  changedAddress({ href, name, value }) {
    const url = new URL(href);
    if (changeable.has(name)) url[name] = value;
    return partsOf(url);
  },
  query: (text) => [...new URLSearchParams(text)],
  queryText: (pairs) => new URLSearchParams(pairs).toString(),
  uuid: () => randomUUID(),
  randomBytes: (length) => new Uint8Array(randomBytes(Math.min(length, MOST_RANDOM_BYTES))),
};

/** As in browsers. */
const MOST_RANDOM_BYTES = 65_536;

const names = [
  'href',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
];
const changeable = new Set(names);

function partsOf(url) {
  return Object.fromEntries([...names, 'origin'].map((name) => [name, url[name]]));
}
