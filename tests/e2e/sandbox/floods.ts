/** Code that says more than anyone can hear. */
import { fails, gives, tries, type Payload } from './payload.ts';

export const floods: readonly Payload[] = [
  {
    name: 'logs a million lines',
    code: `module.exports = ({ logger }) => {
  for (let line = 0; line < 1e6; line++) logger.info('line', line);
  return { data: 'said' };
};`,
    expected: { status: 'succeeded', output: 'said', logs: /The log is full at 100,000 lines\.$/ },
    alone: true,
    mayBeEnded: true,
  },
  {
    name: 'writes ten thousand lines of a megabyte to the console',
    code: `module.exports = () => {
  const long = 'x'.repeat(1e6);
  for (let line = 0; line < 1e4; line++) console.log(long);
  return { data: 'said' };
};`,
    expected: { status: 'succeeded', output: 'said', logs: /The log is full at 16 MB\.$/ },
    alone: true,
    mayBeEnded: true,
  },
  {
    name: 'logs one object that is deep, wide and ever changing',
    code: `module.exports = ({ logger }) => {
  const wide = Object.fromEntries(Array.from({ length: 1e4 }, (_, index) => ['key' + index, [index]]));
  for (let line = 0; line < 5; line++) logger.info(wide, { get now() { return Math.random(); } }, new Proxy({}, { ownKeys() { throw 1; } }));
  return { data: 'said' };
};`,
    expected: { status: 'succeeded', output: 'said', logs: /key0/ },
    mayBeEnded: true,
  },
  {
    name: 'sends a hundred thousand messages to the frame',
    code: tries(
      '(() => { for (let count = 0; count < 1e5; count++) self.postMessage("x".repeat(1000)); return "sent"; })()',
    ),
    expected: gives([]),
  },
  {
    name: 'speaks with itself through a thousand ports',
    code: `module.exports = async () => {
  const channels = Array.from({ length: 1000 }, () => new MessageChannel());
  const heard = channels.map(({ port1 }) => new Promise((go) => { port1.onmessage = go; }));
  channels.forEach(({ port2 }) => port2.postMessage('x'));
  return { data: (await Promise.all(heard)).length };
};`,
    expected: fails(/MessageChannel is not defined/),
  },
  {
    name: 'throws a hundred thousand times where nobody catches',
    code: `module.exports = async () => {
  for (let count = 0; count < 1e5; count++) setTimeout(() => { throw new Error('thrown ' + count); });
  await new Promise(() => undefined);
};`,
    expected: fails(/^The code threw “thrown 0” \(line 2, column 70\)\.$/),
  },
  {
    name: 'refuses twenty thousand promises that nobody has',
    code: `module.exports = async () => {
  for (let count = 0; count < 2e4; count++) void Promise.reject(new Error('refused'));
  await new Promise(() => undefined);
};`,
    expected: fails(/^The code threw “refused” \(line 2, column 65\)\.$/),
  },
  {
    name: 'reports two hundred thousand errors past our listener',
    code: `addEventListener('error', (event) => event.stopImmediatePropagation(), true);
module.exports = async () => {
  for (let count = 0; count < 2e5; count++) reportError(new Error('past'));
  await new Promise(() => undefined);
};`,
    expected: fails(/is not defined/),
  },
  {
    name: 'reports errors of ten million characters past our listener',
    code: `addEventListener('error', (event) => event.stopImmediatePropagation(), true);
module.exports = async () => {
  for (let count = 0; count < 20; count++) reportError(new Error('long'.repeat(2.5e6)));
  await new Promise(() => undefined);
};`,
    expected: fails(/is not defined/),
  },
  {
    name: 'is refused by the policy a thousand times',
    code: `const { fetch: native } = Object.getPrototypeOf(Object.getPrototypeOf(globalThis));
module.exports = async () => {
  for (let count = 0; count < 1e3; count++) native.call(globalThis, 'http://{SITE}/flood').catch(() => undefined);
  return { data: 'asked' };
};`,
    expected: gives('asked'),
    mayBeEnded: true,
  },
  {
    name: 'asks five hundred times for what nobody has',
    code: `module.exports = async () => {
  const asked = Array.from({ length: 500 }, () => fetch('nowhere:').catch((error) => error.name));
  return { data: [...new Set(await Promise.all(asked))] };
};`,
    expected: gives(['TypeError']),
    mayBeEnded: true,
  },
  {
    name: 'asks without waiting for its turn',
    code: `const { push } = Array.prototype;
Array.prototype.push = function (...items) {
  if (typeof items[0] === 'function') return void items[0]();
  return push.apply(this, items);
};
module.exports = async () => {
  for (let count = 0; count < 500; count++) fetch('nowhere:').catch(() => undefined);
  return { data: await fetch('nowhere:').catch((error) => error.name) };
};`,
    expected: gives('TypeError'),
    mayBeEnded: true,
  },
  {
    name: 'sets twenty thousand timers',
    code: `module.exports = async () => {
  let fired = 0;
  await new Promise((go) => { for (let count = 0; count < 2e4; count++) setTimeout(() => ++fired === 2e4 && go(), 1); });
  return { data: fired };
};`,
    expected: gives(20_000),
    mayBeEnded: true,
  },
];

/** They have an integration of their own: one that gets through stops the runs of all others. */
export const floodsPastLimits: readonly Payload[] = [
  {
    name: 'asks without end and without waiting for its turn',
    code: `const { push } = Array.prototype;
Array.prototype.push = function (...items) {
  if (typeof items[0] === 'function') return void items[0]();
  return push.apply(this, items);
};
module.exports = async () => {
  for (;;) {
    fetch('nowhere:').catch(() => undefined);
    await null;
  }
};`,
    expected: fails(/^The code was ended, because it ran longer than 10 seconds\.$/, 'timeout'),
    alone: true,
  },
];
