/** Code that never ends by itself: each has a flow of its own, and all run at once. */
import { fails, type Payload } from './payload.ts';

const ways: Readonly<Record<string, string>> = {
  'loops without end': 'module.exports = () => { for (;;); };',
  'loops without end while it is loaded': 'for (;;);\nmodule.exports = () => ({ data: 1 });',
  'loops without end in microtasks': 'module.exports = async () => { for (;;) await null; };',
  'loops without end in timers':
    'module.exports = () => new Promise(() => { const again = () => setTimeout(again); again(); });',
  'waits for what never comes': 'module.exports = () => new Promise(() => undefined);',
  'waits for what never comes while it is loaded':
    'await new Promise(() => undefined);\nexport default () => ({ data: 1 });',
  'searches a text with a pattern that explodes':
    'module.exports = () => ({ data: /^(a+)+$/.test("a".repeat(50) + "!") });',
  'splits a text by a pattern that explodes':
    'module.exports = () => ({ data: `${" ".repeat(60)}!`.split(/(\\s*\\s*)*$|(([^,]*)*)*;/) });',
  'searches four quadrillion items that are not there':
    'module.exports = () => ({ data: Array.prototype.includes.call({ length: 2 ** 52 }, 1) });',
  'hides the end in the result that is read':
    'module.exports = () => ({ data: { get it() { for (;;); } } });',
  'catches its own end': `module.exports = async () => {
  for (;;) { try { for (;;); } catch {} finally { continue; } }
};`,
  'asks and asks without end':
    'module.exports = async () => { for (;;) await fetch("nowhere:").catch(() => undefined); };',
  'asks without end and does not wait': 'module.exports = async () => { for (;;) fetch("nowhere:"); };',
};

export const endless: readonly Payload[] = Object.entries(ways).map(([name, code]) => ({
  name,
  code,
  expected: fails(/^The code was ended, because it ran longer than 10 seconds\.$/, 'timeout'),
  alone: true,
}));
