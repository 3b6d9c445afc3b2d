/** What is wrong with the code of a step, read and never run; `undefined` when it can be read. */
import { parse, parseExpressionAt, type Options } from 'acorn';

/** Line and column count from 1, in the code. */
export interface CodeProblem {
  message: string;
  line: number;
  column: number;
}

const options: Options = {
  ecmaVersion: 2023,
  sourceType: 'module',
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowHashBang: true,
};

/** A module or script, or a function alone as filters and the like have it. */
export function codeProblem(code: string): CodeProblem | undefined {
  const wrong = problemOf(() => parse(code, options));
  if (!wrong || !problemOf(() => parse(code, { ...options, sourceType: 'script' }))) return undefined;
  return isFunctionAlone(code) ? undefined : wrong;
}

function isFunctionAlone(code: string): boolean {
  try {
    const { end } = parseExpressionAt(code, 0, options);
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
    const { loc, message } = thrown as { loc?: { line: number; column: number }; message: string };
    const sentence = message.replace(/ \(\d+:\d+\)$/, '').replace(/\.?$/, '.');
    return { message: sentence, line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 };
  }
}
