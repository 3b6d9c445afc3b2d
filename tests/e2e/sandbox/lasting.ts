/** Code that goes on after its end, or leaves something behind for what runs after it. */
import { fails, gives, returns, tries, type Payload } from './payload.ts';

export const lasting: readonly Payload[] = [
  {
    name: 'reads what the step before it left in its globals and prototypes',
    before: returns(
      '1',
      'globalThis.left = 1;',
      'Object.prototype.left = 2;',
      'Array.prototype.at = () => 3;',
      'globalThis.fetch = () => 4;',
      'console.log = () => 5;',
    ),
    code: returns(
      '[typeof left, typeof {}.left, [0].at(0), await fetch("nowhere:").catch((error) => error.name)]',
    ),
    expected: gives(['undefined', 'undefined', 0, 'TypeError']),
  },
  {
    name: 'sees the results that the step before it changed in its own copy',
    before: `module.exports = (context, results) => {
  results.trigger.results = 'forged';
  results.later = { results: 'forged' };
  context.configVars.forged = true;
  context.executionState.forged = true;
  Object.assign(context.flow, { name: 'forged' });
  return { data: 1 };
};`,
    code: returns('JSON.stringify([context, results]).includes("forged")'),
    expected: gives(false),
  },
  {
    name: 'cannot change what it was given so that the engine sees it',
    code: `module.exports = (context, results) => {
  for (const key of Object.keys(results)) delete results[key];
  Object.setPrototypeOf(context, null);
  return { data: Object.keys(results).length };
};`,
    expected: gives(0),
  },
  {
    name: 'logs and asks while the step before it is long over',
    before: `module.exports = async ({ logger }) => {
  setInterval(() => { logger.info('from the grave'); fetch('http://{SITE}/grave'); console.log('from the grave'); }, 1);
  return { data: 1 };
};`,
    code: 'module.exports = async () => { await new Promise((go) => setTimeout(go, 300)); return { data: "alone" }; };',
    expected: { status: 'succeeded', output: 'alone', logs: /^(?![^]*grave)/ },
  },
  {
    name: 'answers twice',
    code: `module.exports = () => new Promise((go, stop) => {
  go({ data: 'first' });
  go({ data: 'second' });
  stop(new Error('third'));
});`,
    expected: gives('first'),
  },
  {
    name: 'looks for the workers of other steps',
    code: tries(
      'new BroadcastChannel("code").postMessage("x") ?? "sent"',
      'navigator.locks.request("code", () => "held")',
      'name === "code" ? undefined : name',
      'new SharedWorker("x").port',
      'caches.open("code").then(() => "shared")',
    ),
    expected: gives([]),
  },
  {
    name: 'leaves a worker that is ended, and the next step has a new one at once',
    before: 'module.exports = () => ({ data: 1 });',
    code: 'throw new Error("broken at once");',
    expected: fails(/^The code threw “broken at once” \(line 1, column 7\)\.$/),
  },
  {
    name: 'calls a flow that is not there',
    code: 'module.exports = ({ invokeFlow }) => invokeFlow("__proto__", {});',
    expected: fails(/There is no flow “__proto__” in this integration\./),
  },
  {
    name: 'calls a flow with what cannot be sent',
    code: 'module.exports = ({ invokeFlow }) => { const circle = {}; circle.circle = circle; return invokeFlow(circle, circle); };',
    expected: fails(/contains itself/),
  },
  {
    name: 'asks for the pages of the app by way of the engine',
    code: `module.exports = async () => {
  const got = [];
  for (const address of ['/', 'settings', 'blob:x', 'file:///etc/passwd', 'about:blank', 'chrome://version', 'javascript:1', 'filesystem:x'])
    try { const answer = await fetch(address); got.push([address, answer.status]); } catch {}
  return { data: got };
};`,
    expected: gives([]),
  },
  {
    name: 'waits while the code of others cannot be started',
    code: 'module.exports = () => new Promise((go) => setTimeout(go, 3000, { data: "waited" }));',
    expected: gives('waited'),
    alone: true,
  },
  {
    name: 'begins like a program of the command line, and cannot be started by every host',
    before: 'module.exports = () => new Promise((go) => setTimeout(go, 800, { data: 1 }));',
    code: '#!/usr/bin/env node\nmodule.exports = () => ({ data: "started" });',
    expected: gives('started'),
    alone: true,
  },
  {
    name: 'is started after one that could not be',
    before: 'module.exports = () => new Promise((go) => setTimeout(go, 1600, { data: 1 }));',
    code: 'module.exports = () => ({ data: "started" });',
    expected: gives('started'),
    alone: true,
  },
];
