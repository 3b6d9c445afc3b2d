/** Code that bends the language under the feet of what runs beside it: to reach its port, or to forge what it says. */
import { fails, gives, nothing, returns, tries, type Payload } from './payload.ts';

/** Runs before anything is returned, logged or asked; gathers what it sees in `seen`. */
function spies(...lines: string[]): string {
  return ['const seen = [];', ...lines, spied].join('\n');
}

const spied = `module.exports = async ({ logger }) => {
  logger.info('one');
  console.log('two', { three: 3 });
  try { await fetch('nowhere:'); } catch {}
  const isPort = (one) => Object.prototype.toString.call(one) === '[object MessagePort]';
  return { data: seen.filter((one) => typeof one === 'function' || isPort(one)).length };
};`;

const spy = (prototype: string, method: string) => `{
  const real = ${prototype}.${method};
  ${prototype}.${method} = function (...args) { seen.push(this, ...args); return real.apply(this, args); };
}`;

/** Nothing that it saw could be called or spoken through. */
const sawNothing = gives(0);

export const prototypes: readonly Payload[] = [
  {
    name: 'makes functions out of text by the constructor of a constructor',
    code: tries(
      '(0).constructor.constructor("return globalThis")()',
      '(async () => {}).constructor("return 1")()',
      '(function* () {}).constructor("yield 1")().next().value',
      'Reflect.construct(Function, ["return 1"])()',
      'new (Object.getPrototypeOf(function () {}).constructor)("return 1")()',
    ),
    expected: nothing,
  },
  {
    name: 'walks up the callers of its function',
    code: returns(
      'found',
      'const found = [];',
      'let one = arguments.callee;',
      'for (let steps = 0; one && steps < 9; steps++) {',
      '  try { one = one.caller; } catch { one = null; }',
      '  if (one) found.push(...[].map.call(one.arguments ?? [], String).filter((text) => /makeGuest|postMessage|inTurn/.test(text)));',
      '}',
    ),
    expected: nothing,
  },
  {
    name: 'looks for functions and receivers in the frames of a stack',
    code: returns(
      'found',
      'Error.prepareStackTrace = (error, frames) => frames;',
      'const { stack } = new Error();',
      'const found = stack.flatMap((frame) => [frame.getThis?.(), frame.getFunction?.()])',
      '  .filter((one) => one && /makeGuest|inTurn/.test(String(one)) && !/prepareStackTrace/.test(String(one))).map(String);',
    ),
    expected: nothing,
  },
  {
    name: 'looks for the port in the events it gets',
    code: spies(
      `const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');`,
      `for (const name of ['data', 'target', 'currentTarget', 'ports', 'source'])
  Object.defineProperty(MessageEvent.prototype, name, { get() { seen.push(this.constructor, get.call(this)?.port); } });`,
      `for (const name of ['target', 'currentTarget', 'srcElement'])
  Object.defineProperty(Event.prototype, name, { get() { seen.push(name); } });`,
    ),
    expected: fails(/is not defined/),
  },
  {
    name: 'puts itself before the port’s own functions',
    code: spies(
      spy('MessagePort.prototype', 'postMessage'),
      spy('EventTarget.prototype', 'addEventListener'),
    ),
    expected: fails(/is not defined/),
  },
  {
    name: 'puts itself before the functions of functions',
    code: spies(
      spy('Function.prototype', 'call'),
      `for (const name of ['bind', 'apply']) {
  const real = Function.prototype[name];
  Function.prototype[name] = new Proxy(real, { apply: (to, self, args) => (seen.push(self, ...args), Reflect.apply(to, self, args)) });
}`,
    ),
    expected: sawNothing,
  },
  {
    name: 'puts itself before Reflect, Object and JSON',
    code: spies(
      `for (const [place, names] of [[Reflect, ['apply', 'get', 'ownKeys']], [Object, ['keys', 'assign', 'defineProperty', 'create']], [JSON, ['stringify', 'parse']]])
  for (const name of names) place[name] = () => { seen.push(place[name]); return 'forged'; };`,
    ),
    expected: sawNothing,
  },
  {
    name: 'puts itself before promises',
    code: spies(
      `const { then } = Promise.prototype;
Promise.prototype.then = function (...args) { seen.push(this); return then.apply(this, args); };
Promise.resolve = () => { seen.push('resolve'); };`,
    ),
    expected: sawNothing,
  },
  {
    name: 'answers its own requests by the map they wait in',
    code: `const set = Map.prototype.set;
Map.prototype.set = function (id, waiting) {
  setTimeout(() => waiting.resolve?.({ status: 200, headers: {}, url: 'http://forged', body: new ArrayBuffer(0) }));
  return set.call(this, id, waiting);
};
module.exports = async () => {
  try { return { data: (await fetch('http://{SITE}:1/answered')).url.replace('forged', 'its own lie') }; }
  catch (error) { return { data: 'refused' }; }
};`,
    // It lies to itself alone: no request was sent, and nobody else reads the answer.
    expected: gives('http://its own lie'),
  },
  {
    name: 'gives every object the words of our messages',
    code: spies(
      `for (const word of ['kind', 'id', 'data', 'args', 'how', 'message', 'level', 'thrown', 'request', 'ports', 'transfer'])
  Object.defineProperty(Object.prototype, word, { configurable: true, get: () => undefined, set(value) { seen.push(value); } });`,
    ),
    expected: sawNothing,
  },
  {
    name: 'gives every object a toJSON, a then and a getter',
    code: `Object.prototype.toJSON = () => 'forged';
module.exports = () => ({ data: { is: 'true' } });`,
    expected: { status: 'succeeded', output: null, logs: /without “data”/ },
  },
  {
    name: 'makes every descriptor one that cannot be',
    code: `Object.prototype.get = () => 1;
module.exports = () => ({ data: [1, 2] });`,
    expected: fails(/^The code threw “TypeError: /),
  },
  {
    name: 'makes every array walk to its own tune',
    code: spies(
      `for (const method of ['map', 'shift', 'find', 'some', 'push', 'filter', 'slice', 'values']) {
  const real = Array.prototype[method];
  Array.prototype[method] = function (...args) { seen[seen.length] = this; return real.apply(this, args); };
}`,
    ),
    expected: sawNothing,
  },
  {
    name: 'puts something else into every array that is taken apart',
    code: `Array.prototype[Symbol.iterator] = function* () { yield 'forged'; };
module.exports = (context) => ({ data: typeof context.flow });`,
    expected: gives('object'),
  },
  {
    name: 'forges lines of the log as objects',
    code: `String.prototype.slice = () => ({ length: 9e9, forged: 'line' });
module.exports = ({ logger }) => {
  logger.info('one');
  console.warn('two');
  return { data: 1 };
};`,
    expected: { status: 'succeeded', output: 1, logs: /^(?![^]*forged)/ },
  },
  {
    name: 'forges what it threw as an object',
    code: `String.prototype.slice = () => ({ length: 9e9, forged: 'message' });
module.exports = () => { throw new Error('x'.repeat(9000)); };`,
    expected: fails(/^The code threw “x{1000,}…?” \(line 2, column 32\)\.$/),
  },
  {
    name: 'forges its stack as an object',
    code: `String.prototype[Symbol.replace] = () => ({ forged: 'stack' });
module.exports = () => { throw new Error('thrown'); };`,
    expected: fails(/^The code threw “thrown”/),
  },
  {
    name: 'forges its stack as a place of another file',
    code: `module.exports = () => { throw Object.assign(new Error('thrown'), { stack: 'at code.js:9999999:1\\nat http://127.0.0.1/app.js:1:1' }); };`,
    expected: fails(/^The code threw “thrown”/),
  },
  {
    name: 'forges bytes as a circle',
    code: `const circle = {};
circle.circle = circle;
Object.getPrototypeOf(Uint8Array.prototype).slice = () => circle;
module.exports = () => ({ data: new Uint8Array(4) });`,
    expected: gives({ bytes: 4 }),
  },
  {
    name: 'forges bytes as a map that no limit counts',
    code: `const map = new Map(Array.from({ length: 1000 }, (_, index) => [index, 'x'.repeat(1000)]));
Object.getPrototypeOf(Uint8Array.prototype).slice = () => map;
module.exports = () => ({ data: new Uint8Array(4) });`,
    expected: gives({ bytes: 4 }),
  },
  {
    name: 'forges the class of an array',
    code: returns(
      'Object.setPrototypeOf({ length: 3, 0: "a" }, Array.prototype)',
      'Array.isArray = () => true;',
    ),
    expected: gives({ length: 3, 0: 'a' }),
  },
  {
    name: 'sets the prototype of a result',
    code: returns(
      'JSON.parse(\'{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}\')',
    ),
    expected: gives(
      JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
    ),
  },
  {
    name: 'sets the prototypes of the values that are kept',
    code: `module.exports = () => {
  const values = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "toString": 2}');
  return { data: 'kept', executionState: values, instanceState: values, crossFlowState: values };
};`,
    expected: gives('kept'),
  },
];
