/** Code that cannot be read, and words that code has elsewhere but not here. */
import { fails, gives, nothing, returns, tries, type Payload } from './payload.ts';

const at = (line: number, column: number) =>
  new RegExp(`^The code cannot be read: .+ \\(line ${line}, column ${column}\\)\\.$`);

const texts: readonly [name: string, code: string, says: RegExp][] = [
  ['a brace that is not closed', 'module.exports = () => {\n  return { data: 1 };\n', at(3, 1)],
  ['a brace too many', 'module.exports = () => ({ data: 1 });\n}', at(2, 1)],
  ['a text that is not closed', "module.exports = () => ({\n  data: 'one\n});", at(2, 9)],
  ['a template that is not closed', 'module.exports = () => ({ data: `one\n});', at(1, 34)],
  ['a word that is reserved', 'const class = 1;', at(1, 7)],
  ['a name given twice', 'const one = 1;\nlet one = 2;', at(2, 5)],
  ['a pattern that is none', 'module.exports = () => ({ data: /(/ });', at(1, 34)],
  ['a character that is none', 'module.exports = () => ({ data: 1 @ 2 });', at(1, 35)],
  ['another language', '<?php echo 1; ?>', at(1, 1)],
  ['types', 'module.exports = (context: Context) => ({ data: 1 });', at(1, 26)],
  [
    'a way out of the function around it',
    '}).call(this); }), importScripts("http://{SITE}/out"), (function () { (function () {',
    at(1, 1),
  ],
  [
    'a way out by comments that are none in a module',
    [
      'export default () => ({ data: 1 });',
      'let one = 1, two = 2;',
      'one <!--two; (function () { return (function () {',
      '}).call(this); }), (globalThis.early = [importScripts, Worker, postMessage]), (function () { return (function () {',
      'one <!--two; }).call(this); });',
    ].join('\n'),
    /^The code cannot be read: .+ \(line \d+, column \d+\)\.$/,
  ],
  ['a million brackets', '['.repeat(1e6), /^The code cannot be read: .+ \(line \d+, column \d+\)\.$/],
];

export const unreadable: readonly Payload[] = [
  ...texts.map(([name, code, says]) => ({ name: `has ${name}`, code, expected: fails(says) })),
  {
    name: 'imports a module',
    code: "import fs from 'node:fs';\nexport default () => ({ data: 1 });",
    expected: fails(/^The code cannot be read: Code cannot import other modules \(line 1, column 1\)\.$/),
  },
  {
    name: 'hands on another module',
    code: "export default () => ({ data: 1 });\nexport * from 'http://{SITE}/star.js';",
    expected: fails(/^The code cannot be read: Code cannot import other modules \(line 2, column 1\)\.$/),
  },
  {
    name: 'requires a module',
    code: "const fs = require('fs');\nmodule.exports = () => ({ data: 1 });",
    expected: fails(/^Code has no “fs”: it runs alone, without modules \(line 1, column 12\)\.$/),
  },
  {
    name: 'asks what module it is',
    code: 'export default () => ({ data: import.meta.url });',
    expected: fails(at(1, 31)),
  },
  {
    name: 'looks for a process, a file system and the globals of other hosts',
    code: tries(
      'process.env',
      'global.process',
      'Deno.env',
      'Bun.env',
      '__dirname',
      'module.parent',
      'require.main',
      'std.open("x")',
      'os.exec(["ls"])',
    ),
    expected: nothing,
  },
  {
    name: 'makes code out of text',
    code: tries(
      'eval("1")',
      '(0, eval)("1")',
      'new Function("return 1")()',
      'Function("return 1")()',
      'setTimeout("globalThis.ran = 1") && new Promise((go) => setTimeout(() => go(globalThis.ran), 50))',
    ),
    expected: nothing,
  },
  {
    name: 'exports nothing',
    code: 'const one = 1;',
    expected: fails(/^The code exports no function: begin it with “module\.exports = async/),
  },
  {
    name: 'exports no function',
    code: 'module.exports = { data: 1 };',
    expected: fails(/^The code exports no function/),
  },
  {
    name: 'is empty but for a comment',
    code: '// nothing',
    expected: fails(/^The code exports no function/),
  },
  {
    name: 'names another file and another map as its source',
    code: `${returns('1')}\n//# sourceURL=http://{SITE}/source.js\n//# sourceMappingURL=http://{SITE}/source.map`,
    expected: gives(1),
  },
];
