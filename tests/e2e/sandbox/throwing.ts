/** Code that throws what nobody expects. */
import { fails, gives, type Payload } from './payload.ts';

interface Thrown {
  name: string;
  /** An expression. */
  value: string;
  says: RegExp;
}

const values: readonly Thrown[] = [
  {
    name: 'an error',
    value: 'new RangeError("too far")',
    says: /^The code threw “RangeError: too far” \(line 2, column 9\)\.$/,
  },
  { name: 'null', value: 'null', says: /^The code threw “null”\.$/ },
  { name: 'undefined', value: 'undefined', says: /^The code threw “undefined”\.$/ },
  { name: 'a number', value: '42', says: /^The code threw “42”\.$/ },
  { name: 'a symbol', value: 'Symbol("odd")', says: /^The code threw “Symbol\(odd\)”\.$/ },
  { name: 'a bigint', value: '10n', says: /^The code threw “10”\.$/ },
  { name: 'an empty text', value: '""', says: /^The code threw “no message”\.$/ },
  {
    name: 'a text of fifty million characters',
    value: '"x".repeat(5e7)',
    says: /^The code threw “x{1000,4096}…?”\.$/,
  },
  {
    name: 'an error of fifty million characters',
    value: 'new Error("x".repeat(5e7))',
    says: /^The code threw “x{1000,4096}…?” \(line 2, column 9\)\.$/,
  },
  { name: 'a function', value: '() => 1', says: /^The code threw “.*1.*”\.$/ },
  {
    name: 'a proxy that throws at every touch',
    value: 'new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } })',
    says: /^The code threw “something that cannot be shown”\.$/,
  },
  {
    name: 'an error whose message throws',
    value: 'Object.defineProperty(new Error(), "message", { get() { throw 1; } })',
    says: /^The code threw “something that cannot be shown”\.$/,
  },
  {
    name: 'an error whose message is an object',
    value: 'Object.assign(new Error(), { message: { toString: () => "forged" }, name: 7, stack: [] })',
    says: /^The code threw “/,
  },
  {
    name: 'an error that pretends to be one of ours',
    value:
      'Object.assign(new Error("The vault is locked"), { name: "FailureError", failure: { code: "connection" } })',
    says: /^The code threw “FailureError: The vault is locked” \(line 2, column/,
  },
  { name: 'an object without a prototype', value: 'Object.create(null)', says: /^The code threw “/ },
  {
    name: 'an object that looks like a result',
    value: '({ data: 1 })',
    says: /^The code threw “\{"data":1\}”\.$/,
  },
  {
    name: 'an error of what it called, many calls deep',
    value: '(() => { const fall = (depth) => depth ? fall(depth - 1) : null.deep; return fall(50); })()',
    says: /^The code threw “TypeError: Cannot read properties of null \(reading 'deep'\)” \(line 2, column \d+\)\.$/,
  },
  {
    name: 'a stack that has run out',
    value: '(() => { const fall = () => fall() + 1; return fall(); })()',
    says: /^The code threw “RangeError: Maximum call stack size exceeded” \(line 2, column \d+\)\.$/,
  },
];

export const throwing: readonly Payload[] = [
  ...values.map(({ name, value, says }) => ({
    name: `throws ${name}`,
    code: `module.exports = () => {\n  throw ${value};\n};`,
    expected: fails(says),
  })),
  {
    name: 'throws while it is loaded',
    code: '\n\nthrow new Error("at once");\nmodule.exports = () => ({ data: 1 });',
    expected: fails(/^The code threw “at once” \(line 3, column 7\)\.$/),
  },
  {
    name: 'throws in a timer while its function waits',
    code: `module.exports = async () => {
  setTimeout(() => {
    throw new Error('later');
  });
  await new Promise(() => undefined);
};`,
    expected: fails(/^The code threw “later” \(line 3, column 11\)\.$/),
  },
  {
    name: 'throws after it has answered',
    code: `module.exports = async () => {
  setTimeout(() => { throw new Error('too late'); }, 50);
  return { data: 'answered' };
};`,
    expected: gives('answered'),
  },
];
