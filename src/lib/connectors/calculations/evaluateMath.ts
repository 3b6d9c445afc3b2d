/** Expressions of arithmetic, by mathjs with numbers only: no units, no matrices, no code. */
import type { FactoryFunctionMap, MathJsInstance } from 'mathjs';
import { FailureError } from '#lib/model/failure.ts';

/** What an expression may use; its operators are functions too. */
const known = [
  ...['add', 'subtract', 'multiply', 'divide', 'mod', 'pow', 'unaryMinus', 'unaryPlus', 'factorial'],
  ...['equal', 'unequal', 'smaller', 'smallerEq', 'larger', 'largerEq', 'and', 'or', 'xor', 'not'],
  ...['abs', 'ceil', 'fix', 'floor', 'round', 'sign', 'square', 'cube', 'sqrt', 'cbrt', 'nthRoot', 'hypot'],
  ...['exp', 'expm1', 'log', 'log10', 'log1p', 'log2', 'gcd', 'lcm', 'max', 'min'],
  ...['sin', 'cos', 'tan', 'sec', 'csc', 'cot', 'asin', 'acos', 'atan', 'atan2'],
  ...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
  ...['pi', 'e', 'tau', 'phi', 'true', 'false', 'Infinity', 'NaN'],
];

/** These come with the parser. An expression could change with them what the next one means. */
const refused = ['config', 'create', 'evaluate', 'factory', 'import', 'numeric', 'parse', 'typed'];

type Evaluate = (expression: string) => number | boolean;

/** The library is loaded before the time of a calculation counts. What it resolves to throws `input`. */
export async function loadEvaluateMath(): Promise<Evaluate> {
  return (evaluateMath ??= evaluateBy(await load()));
}

let evaluateMath: Evaluate | undefined;

/** To a number, or to whether a comparison holds. */
function evaluateBy({ evaluate }: MathJsInstance): Evaluate {
  return (expression) => {
    // Names of its own, as an expression makes them, hide the functions of these names.
    const value = lastOf(attempt(() => evaluate(expression, new Map(refusals)) as unknown));
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    throw broken('it gives something else than a number');
  };
}

async function load(): Promise<MathJsInstance> {
  const library = (await import('mathjs/number')) as unknown as Record<string, FactoryFunctionMap>;
  const create = library.create as unknown as (parts: FactoryFunctionMap) => MathJsInstance;
  const names = [...known, 'evaluate'].map((name) => `${name}Dependencies`);
  return create(Object.fromEntries(names.map((name) => [name, library[name]])) as FactoryFunctionMap);
}

const refusals = refused.map((name) => [name, refusal(name)] as const);

function refusal(name: string): () => never {
  return () => {
    throw new Error(`${name} cannot be used in an expression`);
  };
}

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    throw broken(reasonOf(thrown as Error & { char?: number }));
  }
}

/** The parser counts characters from 1, and says so at the end of its message. */
function reasonOf({ name, message, char }: Error & { char?: number }): string {
  if (name === 'RangeError') return 'it is nested too deeply, or calls itself without end';
  return char === undefined ? message : `at character ${char}: ${message.replace(/ \(char \d+\)$/, '')}`;
}

/** Of several expressions, one a line or with semicolons, the last counts. */
function lastOf(value: unknown): unknown {
  const isSet = typeof value === 'object' && value !== null && 'isResultSet' in value;
  return isSet ? (value as unknown as { entries: unknown[] }).entries.at(-1) : value;
}

function broken(reason: string): FailureError {
  return new FailureError({ code: 'input', message: `The expression cannot be worked out: ${reason}.` });
}
