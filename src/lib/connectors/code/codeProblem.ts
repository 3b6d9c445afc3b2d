/** What is wrong with the code of a step, read and never run; `undefined` when it can be read. */
import { parse, parseExpressionAt, type Options, type Position } from 'acorn';

/** Line and column count from 1, in the code. */
export interface CodeProblem {
  message: string;
  line: number;
  column: number;
}

/** A script that sets `module.exports`, a module with a default export, or a function alone as filters and the like have it. */
export function codeProblem(code: string): CodeProblem | undefined {
  const asScript = problemOf(() => parse(code, script));
  if (!asScript || isFunctionAlone(code)) return undefined;
  const asModule = problemOf(() => parse(code, module));
  // The problem of the one that was probably meant.
  return asModule && (/^\s*(?:export|import)\b/m.test(code) ? asModule : asScript);
}

const script: Options = { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true };
const module: Options = { ecmaVersion: 'latest', sourceType: 'module', allowAwaitOutsideFunction: true };

function isFunctionAlone(code: string): boolean {
  try {
    const { end } = parseExpressionAt(code, 0, script);
    return /^[\s;]*$/.test(code.slice(end));
  } catch {
    return false;
  }
}

function problemOf(read: () => unknown): CodeProblem | undefined {
  try {
    read();
    return undefined;
  } catch (thrown) {
    const { line, column } = (thrown as { loc?: Position }).loc ?? { line: 1, column: 0 };
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { message: reason.replace(/ \(\d+:\d+\)$/, '').replace(/\.?$/, '.'), line, column: column + 1 };
  }
}
