/** The code of a step is read before it runs: what it exports, and what is wrong with it, by line and column. */
import { describe, expect, it } from 'vitest';
import { codeFailure, tooSlow } from '#lib/connectors/code/codeFailure.ts';
import { prepareCode } from '#lib/connectors/code/prepareCode.ts';

/** What the code exports: evaluated here, because this code is our own. */
async function exportsOf(code: string): Promise<unknown> {
  const prepared = prepareCode(code);
  if ('problem' in prepared) throw new Error(JSON.stringify(prepared.problem));
  const wrapper = (0, eval)(prepared.script) as (...given: unknown[]) => unknown;
  const module = { exports: {} as Record<string, unknown> };
  const exported: { it?: unknown } = {};
  const require = (name: string) => Promise.reject(new Error(name));
  await wrapper.call(module.exports, module, module.exports, require, exported);
  return exported.it ?? module.exports.default ?? module.exports;
}

const resultOf = async (code: string) => ((await exportsOf(code)) as () => unknown)();

describe('code is run as', () => {
  it.each([
    ['a script that sets module.exports', 'module.exports = () => 1;'],
    ['a script that sets exports.default', 'exports.default = () => 1;'],
    ['a function alone', '() => 1'],
    ['a function alone with a semicolon', '() => 1;'],
    ['a function alone between comments', '// before\n(a, b) => { return 1; } // after'],
    ['a function without a name', 'function () { return 1; }'],
    ['an asynchronous function alone', 'async () => 1'],
    ['a module', 'export default () => 1;'],
    ['a module with a function in brackets', 'export default (() => 1);'],
    ['a function in brackets', '(() => 1)'],
    ['a function in brackets and a semicolon', '(function () { return 1; });'],
    ['a module with a function that has a name', 'export default function main() { return 1; }'],
    [
      'a module whose function is used before it',
      'const one = main();\nexport default function main() { return 1; }',
    ],
    ['a module with a function without a name', 'export default function () { return 1; }\n(() => 5)();'],
    ['a module with a class', 'export default class A { }\nA.n = 1; export const x = 1;', 'class'],
    ['a module that exports other things too', 'export const a = 1;\nexport default () => a;'],
    ['a module that names its default export last', 'const main = () => 1;\nexport { main as default };'],
    ['a module that lists what it exports', 'const a = 1;\nexport { a };\nexport default () => a;'],
    ['a module that waits before it exports', 'const a = await Promise.resolve(1);\nexport default () => a;'],
    [
      'a module with a function without a name before another export',
      'export default function () { return one; }\nconst one = 1;\nexport { one }',
    ],
    [
      'a module of many exports',
      'export const one = 1;\nexport default async function () { return one + two - three; }\nexport const two = 2;\nexport let three = 2;',
    ],
    ['code that ends with a comment', 'module.exports = () => 1; // end'],
    ['a function alone that ends with a comment', 'function () { return 1; } // end'],
    ['a module that ends with a comment', 'export default () => 1; // end'],
    [
      'a module with a function that has a name and ends with a comment',
      'export default function main() { return 1; } // end',
    ],
    [
      'code that declares names of ours anew',
      'let module = 1, require = 2;\nexports.default = () => module;',
    ],
    ['code that says export where it is a word', 'module.exports = () => "export default".length - 13;'],
  ])('%s', async (_name, code, kind = 'result') => {
    const found = await exportsOf(code);
    expect(typeof found).toBe('function');
    if (kind === 'result') expect(await (found as () => unknown)()).toBe(1);
  });

  it('strict in a module and sloppy in a script', async () => {
    expect(await resultOf('module.exports = function () { return this === globalThis; };')).toBe(true);
    expect(await resultOf('export default function () { return this === undefined; }')).toBe(true);
  });
});

describe('what cannot run', () => {
  it.each([
    ['module.exports = () => {\n  const = 5;\n};', 2, 9, 'Unexpected token.'],
    ['import fs from "node:fs";\nexport default () => fs;', 1, 1, 'Code cannot import other modules.'],
    ['const a = 1;\nexport * from "x";', 2, 1, 'Code cannot import other modules.'],
    ['export { a } from "x";', 1, 1, 'Code cannot import other modules.'],
    ['export default () =>\n  import.meta.url;', 2, 3, "Cannot use 'import.meta' outside a module."],
    ['const a = ;', 1, 11, 'Unexpected token.'],
    ['}); evil(); (function () {', 1, 1, 'Unexpected token.'],
    ['module.exports = () => {', 1, 25, 'Unexpected token.'],
  ])('%j is named by line and column', (code, line, column, message) => {
    expect(prepareCode(code)).toEqual({ problem: { message, line, column } });
  });

  it('is never run to find that out', () => {
    expect(prepareCode('throw new Error("ran");')).toHaveProperty('script');
  });

  it.each(['('.repeat(50_000), '[1,'.repeat(50_000), 'a?b:'.repeat(20_000)])(
    'may be nested deeply',
    (code) => {
      expect(prepareCode(code)).toHaveProperty('problem.line');
    },
  );
});

describe('what the code throws', () => {
  const stacks = [
    'TypeError: x\n    at inner (code.js:5:7)\n    at module.exports (code.js:9:1)\n    at call (blob:x:1:1)',
    'inner@code.js:5:7\nmodule.exports@code.js:9:1\ncall@blob:x:1:1',
    '    at inner (code.js:5:7)\n    at module.exports (code.js:9:1)\n    at <eval> (host.js:1:1)',
  ];

  it.each(stacks)('has its place in the code, as every engine spells it', (stack) => {
    const { failure } = codeFailure({ name: 'TypeError', message: 'x', stack }, 3);
    expect(failure).toEqual({
      code: 'code',
      message: 'The code threw “TypeError: x” (line 2, column 7).',
      detail: 'line 2, column 7 in inner\nline 6, column 1 in module.exports',
      retry: false,
    });
  });

  it('may be anything', () => {
    const said = (message: string) => codeFailure({ name: '', message, stack: '' }, 0).failure.message;
    expect(said('5')).toBe('The code threw “5”.');
    expect(said('x'.repeat(1_000_000)).length).toBeLessThan(2_100);
  });

  it('is read quickly however long its stack is', () => {
    const stack = `${' at ('.repeat(1_000_000)}\n`.repeat(3);
    const start = performance.now();
    codeFailure({ name: 'Error', message: 'x', stack }, 0);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('after its time is said with the seconds it had', () => {
    expect(tooSlow(2_500).failure.message).toBe(
      'The code was ended, because it ran longer than 2.5 seconds.',
    );
  });
});

describe('code that would end the function around it', () => {
  it.each([
    'export default () => 1;\nconst a = 1 <!-- 2;\n})); evil(); ((() => {\n',
    'export default () => 1;\n<!-- x\n--> });evil();({',
    'module.exports = () => 1; })(); evil(); (function () {',
  ])('is refused: %j', (code) => {
    expect(prepareCode(code)).toHaveProperty('problem');
  });

  // What is a comment to one reader and none to another must not change where the function ends.
  it.each([
    ['a statement of its own', '}).call(this); }); evil(); (function () { (function () { //*/'],
    ['a part of the same expression', '}).call(this); }), evil(), (function () { (function () { //*/'],
    ['an operand', '}).call(this); }) + evil(function () { return (function () { //*/'],
  ])('is refused where “<!--” hides it from a module, as %s', (_what, hidden) => {
    expect(prepareCode(`export default () => 1;\nlet a = 1; a <!--a; /*\n${hidden}`)).toEqual({
      problem: {
        message: 'The code does not end where it should: look for “<!--” or “-->” in it.',
        line: 1,
        column: 1,
      },
    });
  });

  it.each(['<!-- to the end', '<!--', '\n--> to the end'])(
    'may itself end with a comment as web pages have it: %j',
    async (comment) => expect(await resultOf(`module.exports = () => 1; ${comment}`)).toBe(1),
  );

  it('may begin with a line for Unix', async () => {
    expect(await resultOf('#!/usr/bin/env node\nmodule.exports = () => 5;')).toBe(5);
  });
});

describe('what a host is given', () => {
  it.each([
    '(() => 1)',
    '(function () { return 1; });',
    '((() => 1))',
    '#!/usr/bin/env node\n() => 1',
    '#!/usr/bin/env node\nfunction () { return 1; }',
    'export default (() => 1);',
  ])('can be read by it, or is refused before: %j', (code) => {
    const prepared = prepareCode(code);
    const read = () => 'problem' in prepared || new Function(`return ${prepared.script};`)();
    expect(read).not.toThrow();
  });
});
