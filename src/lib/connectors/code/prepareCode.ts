/** Makes one expression out of the code of a step, so that every host runs it alike (format.md 1.10). */
import {
  parse,
  parseExpressionAt,
  type ModuleDeclaration,
  type Options,
  type Program,
  type Statement,
} from 'acorn';

/** Line and column count from 1, in the code. */
export interface CodeProblem {
  message: string;
  line: number;
  column: number;
}

/**
 * `script` is an expression: a function of `module`, `exports`, `require` and `$exported`, whose `it` is what a module
 * exports by default. Line n of the code is line n + `lineOffset` of the script, at the same column.
 */
export type Prepared = { script: string; lineOffset: number } | { problem: CodeProblem };

/** A script that sets `module.exports`, a module with a default export, or a function alone as filters and the like have it. */
export function prepareCode(code: string): Prepared {
  let furthest: Thrown & { pos: number } = { message: '', pos: -1 };
  for (const reading of [asScript, asModule, asFunctionAlone]) {
    try {
      return reading(code);
    } catch (thrown) {
      // Of the ways to read it, the one that came furthest tells what was meant.
      const { message, loc, pos = 0 } = thrown as Thrown;
      if (pos > furthest.pos) furthest = { message, loc, pos };
    }
  }
  return { problem: problemOf(furthest) };
}

/** Acorn's; without a place when something else than the syntax is wrong, such as a stack that has run out. */
interface Thrown {
  message: string;
  pos?: number;
  loc?: { line: number; column: number };
}

function problemOf({ message, loc = { line: 1, column: 0 } }: Thrown, lineOffset = 0): CodeProblem {
  const sentence = message.replace(/ \(\d+:\d+\)$/, '').replace(/\.?$/, '.');
  return { message: sentence, line: Math.max(1, loc.line - lineOffset), column: loc.column + 1 };
}

const script: Options = {
  ecmaVersion: 'latest',
  sourceType: 'script',
  allowReturnOutsideFunction: true,
  locations: true,
};
const module: Options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowAwaitOutsideFunction: true,
  locations: true,
};

function asScript(code: string): Prepared {
  const { body } = parse(code, script);
  const [only] = body;
  const isFunction =
    body.length === 1 && only?.type === 'ExpressionStatement' && functions.has(only.expression.type);
  return checked(isFunction ? returned(code, endOf(only, code)) : wrapped(code));
}

/** Brackets around the function belong to it, the semicolon behind it does not. */
function endOf({ end }: { end: number }, code: string): number {
  return code[end - 1] === ';' ? end - 1 : end;
}

const functions: ReadonlySet<string> = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

/** A function without a name is no statement, so only this reads one; nothing but comments may follow. */
function asFunctionAlone(code: string): Prepared {
  const { end } = parseExpressionAt(code, 0, script);
  parse(code.slice(0, end).replace(/[^\n]/g, ' ') + code.slice(end), script);
  return checked(returned(code, end));
}

function asModule(code: string): Prepared {
  const program = parse(code, module);
  const imports = program.body.find(
    ({ type, ...node }) => importTypes.has(type) || ('source' in node && node.source),
  );
  if (imports)
    return { problem: problemOf({ message: 'Code cannot import other modules', loc: imports.loc?.start }) };
  const prepared = wrapped(withoutExports(code, program), 'async ', "'use strict';");
  return checked(prepared);
}

const importTypes: ReadonlySet<string> = new Set(['ImportDeclaration', 'ExportAllDeclaration']);

/**
 * The outcome is read once more: it must be that one function and nothing else, whatever the readings take for a comment,
 * and what only a module may say, such as `import.meta`, is found so too.
 */
function checked(prepared: Wrapped): Prepared {
  try {
    const { body } = parse(prepared.script, script);
    const [only] = body;
    const isOne =
      body.length === 1 && only?.type === 'ExpressionStatement' && only.end === prepared.script.length;
    if (isOne && only.expression.type === 'FunctionExpression') return prepared;
    return {
      problem: problemOf({
        message: 'The code does not end where it should: look for “<!--” or “-->” in it',
      }),
    };
  } catch (thrown) {
    return { problem: problemOf(thrown as Thrown, prepared.lineOffset) };
  }
}

interface Wrapped {
  script: string;
  lineOffset: number;
}

/** Two functions: names such as `module` may be declared anew in the inner one. */
function wrapped(code: string, keyword = '', directive = ''): Wrapped {
  // A first line for Unix means nothing here, and may stand nowhere else.
  const body = code.replace(/^#!/, '//');
  const inner = `(${keyword}function () {${directive}\n${body}\n}).call(this)`;
  return { script: `(function (module, exports, require, $exported) { return ${inner}; })`, lineOffset: 1 };
}

function returned(code: string, end: number): Wrapped {
  const script = `(function (module, exports, require, $exported) { $exported.it = (\n${code.slice(0, end)}\n); })`;
  return { script, lineOffset: 1 };
}

/** The code with its exports turned into assignments, every character in its place. */
function withoutExports(code: string, { body }: Program): string {
  const cuts = body.flatMap((node) => cutsOf(node, code));
  const tails = cuts.flatMap(({ tail }) => tail ?? []);
  // From the end, so that places before a cut stay where they are.
  const text = cuts.reduceRight((after, { start, end, by = '' }) => overwrite(after, start, end, by), code);
  return `${text}\n${tails.join('\n')}`;
}

/** A part that makes room for `by`; `tail` follows at the end of the code. */
interface Cut {
  start: number;
  end: number;
  by?: string;
  tail?: string;
}

function cutsOf(node: Statement | ModuleDeclaration, code: string): Cut[] {
  if (node.type === 'ExportNamedDeclaration') {
    const asDefault = node.specifiers.find(
      ({ exported }) => 'name' in exported && exported.name === 'default',
    );
    const tail = asDefault && `$exported.it = ${code.slice(asDefault.local.start, asDefault.local.end)};`;
    return [{ start: node.start, end: node.declaration?.start ?? node.end, tail }];
  }
  if (node.type !== 'ExportDefaultDeclaration') return [];
  const { start, declaration } = node;
  if ('id' in declaration && declaration.id && declaration.type.endsWith('Declaration'))
    return [{ start, end: declaration.start, tail: `$exported.it = ${declaration.id.name};` }];
  // As long as the shortest spelling of what it replaces; brackets behind it belong to the value.
  const keyword = /^export\s+default/.exec(code.slice(start))?.[0].length;
  const end = keyword === undefined ? declaration.start : start + keyword;
  const cut = { start, end, by: '$exported.it =' };
  if (!declaration.type.endsWith('Declaration')) return [cut];
  return [cut, { start: declaration.end, end: declaration.end, by: ';' }];
}

function overwrite(text: string, start: number, end: number, by: string): string {
  const blank = text.slice(start + by.length, end).replace(/[^\n]/g, ' ');
  return text.slice(0, start) + by + blank + text.slice(end);
}
