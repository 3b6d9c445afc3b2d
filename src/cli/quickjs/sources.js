/** What QuickJS evaluates before the user's code, as texts: read from their files once. */
import { readFileSync } from 'node:fs';
import { expressionOf, GUEST_PARTS, guestSource } from '../../lib/connectors/code/guest/source.js';

const guestTexts = ['guest', ...GUEST_PARTS].map((name) => [
  name,
  read(`../../lib/connectors/code/guest/${name}.js`),
]);

/** By what they are called where a realm is set up. */
const parts = {
  bridge: new URL('./realm/bridge.js', import.meta.url),
  timers: new URL('./realm/timers.js', import.meta.url),
  text: new URL('./realm/text.js', import.meta.url),
  address: new URL('./realm/address.js', import.meta.url),
  random: new URL('./realm/random.js', import.meta.url),
  clone: new URL('./realm/clone.js', import.meta.url),
};
const made = [
  `guest: ${guestSource(Object.fromEntries(guestTexts))}`,
  ...Object.entries(parts).map(([name, file]) => `${name}: ${expressionOf(read(file))}`),
];
const setup = expressionOf(read(new URL('./realm/setup.js', import.meta.url)));

/** A function of the host, of the exports of `encoding.js`, and of a source of random numbers if there is one. */
export const SETUP = `'use strict'; (host, ...more) => (${setup})(host, { ${made.join(',\n')} }, ...more)`;

/** Modules. */
export const ENCODING = read('./encoding.js');
export const SEEDED_RANDOM = read('./seededRandom.js');

function read(file) {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
