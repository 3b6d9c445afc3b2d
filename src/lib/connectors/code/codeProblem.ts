/** What is wrong with the code of a step, read and never run; `undefined` when it can be read. */
import { parse, parseExpressionAt, type Options } from 'acorn';

/** Line and column count from 1, in the code. */
export interface CodeProblem {
  message: string;
  line: number;
  column: number;
}

/** A script that sets `module.exports`, a module with a default export, or a function alone as filters and the like have it. */
export function codeProblem(code: string): CodeProblem | undefined {
  if (answers.has(code)) return answers.get(code);
  if (answers.size >= mostAnswers) answers.clear();
  const answer = problemIn(code);
  answers.set(code, answer);
  return answer;
}

/** Answers of before: a document is looked at after each edit, and an edit leaves most of its code as it is. */
const answers = new Map<string, CodeProblem | undefined>();
const mostAnswers = 2_000;

const script: Options = { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true };
const module: Options = { ecmaVersion: 'latest', sourceType: 'module', allowAwaitOutsideFunction: true };

const readings: readonly ((code: string) => unknown)[] = [
  (code) => parse(code, script),
  (code) => parse(code, module),
  readFunctionAlone,
];

/** Of the ways to read it, the one that came furthest tells what was meant. */
function problemIn(code: string): CodeProblem | undefined {
  let furthest: Place & CodeProblem = { message: '', line: 1, column: 1, position: -1 };
  for (const reading of readings) {
    const wrong = problemOf(() => reading(code));
    if (!wrong) return undefined;
    if (wrong.position > furthest.position) furthest = wrong;
  }
  const { message, line, column } = furthest;
  return { message, line, column };
}

/** A function without a name is no statement, so only this reads one; nothing but comments may follow. */
function readFunctionAlone(code: string): void {
  const { end } = parseExpressionAt(code, 0, script);
  parse(code.slice(0, end).replace(/[^\n]/g, ' ') + code.slice(end), script);
}

interface Place {
  /** In characters, from 0. */
  position: number;
}

function problemOf(read: () => unknown): (CodeProblem & Place) | undefined {
  try {
    read();
    return undefined;
  } catch (thrown) {
    const { message, loc, pos = 0 } = thrown as Thrown;
    const { line, column } = loc ?? { line: 1, column: 0 };
    const sentence = message.replace(/ \(\d+:\d+\)$/, '').replace(/\.?$/, '.');
    return { message: sentence, line, column: column + 1, position: pos };
  }
}

/** Without a place when something else than the syntax is wrong, such as a stack that has run out. */
interface Thrown {
  message: string;
  loc?: { line: number; column: number };
  pos?: number;
}
