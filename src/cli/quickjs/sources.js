/** What QuickJS evaluates before the user's code, as texts: read from their files once. */
import { readFileSync } from 'node:fs';

/** By what they are called where a realm is set up. */
const parts = {
  guest: new URL('../../lib/connectors/code/guest.js', import.meta.url),
  bridge: new URL('./realm/bridge.js', import.meta.url),
  timers: new URL('./realm/timers.js', import.meta.url),
  text: new URL('./realm/text.js', import.meta.url),
  address: new URL('./realm/address.js', import.meta.url),
  random: new URL('./realm/random.js', import.meta.url),
  clone: new URL('./realm/clone.js', import.meta.url),
};
const setup = expression(new URL('./realm/setup.js', import.meta.url));
const made = Object.entries(parts).map(([name, file]) => `${name}: ${expression(file)}`);

/** A function of the host, of the exports of `encoding.js`, and of a source of random numbers if there is one. */
export const SETUP = `'use strict'; (host, ...more) => (${setup})(host, { ${made.join(',\n')} }, ...more)`;

/** Modules. */
export const ENCODING = readFileSync(new URL('./encoding.js', import.meta.url), 'utf8');
export const SEEDED_RANDOM = readFileSync(new URL('./seededRandom.js', import.meta.url), 'utf8');

/** A file that is one expression, without what ends it as a statement. */
function expression(file) {
  return readFileSync(file, 'utf8').trim().replace(/;$/, '');
}
