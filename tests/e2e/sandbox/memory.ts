/** Code that wants more memory than there is, and is refused at once; what really fills it has a spec of its own. */
import { fails, gives, tries, type Payload } from './payload.ts';

export const memory: readonly Payload[] = [
  {
    name: 'asks for a list, a text and a buffer that nobody has',
    code: tries(
      'new Array(2 ** 32).length',
      '"x".repeat(2 ** 30).length',
      'new ArrayBuffer(2 ** 53).byteLength',
      'new Uint8Array(2 ** 52).length',
      '2n ** (2n ** 40n)',
    ),
    expected: gives([]),
  },
  {
    name: 'calls itself until the stack has run out',
    code: 'module.exports = function again(depth) {\n  return [again(depth), again(depth)];\n};',
    expected: fails(
      /^The code threw “RangeError: Maximum call stack size exceeded” \(line \d+, column \d+\)\.$/,
    ),
  },
  {
    name: 'doubles a text until it cannot',
    code: `module.exports = () => {
  let text = 'x';
  for (;;) text += text;
};`,
    expected: fails(/^The code threw “RangeError: Invalid string length” \(line 3, column \d+\)\.$/),
  },
  {
    name: 'joins a list of a billion holes',
    code: 'module.exports = () => ({ data: new Array(1e9).join("ab") });',
    expected: fails(/^The code threw “RangeError: Invalid string length”/),
  },
];
