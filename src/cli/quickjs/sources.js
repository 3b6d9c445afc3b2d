/** What QuickJS evaluates before the user's code, as texts: read from their files once. */
import { readFileSync } from 'node:fs';
import { expressionOf, GUEST_PARTS, guestSource } from '../../lib/connectors/code/guest/source.js';

const guestTexts = ['guest', ...GUEST_PARTS].map((name) => [
  name,
  read(`../../lib/connectors/code/guest/${name}.js`),
]);

/** By what they are called where a realm is set up. */
const parts = ['bridge', 'timers', 'text', 'address', 'random', 'clone'];
const made = [
  `guest: ${guestSource(Object.fromEntries(guestTexts))}`,
  ...parts.map((name) => `${name}: ${expressionOf(read(`./realm/${name}.js`))}`),
];
const setup = expressionOf(read('./realm/setup.js'));

/** A function of the host, of the exports of `encoding.js`, and of a source of random numbers if there is one. */
export const SETUP = `'use strict'; (host, ...more) => (${setup})(host, { ${made.join(',\n')} }, ...more)`;

/** Modules. */
export const ENCODING = read('./encoding.js');
export const SEEDED_RANDOM = read('./seededRandom.js');

function read(file) {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
