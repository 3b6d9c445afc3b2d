/** Which lane a branch takes: every operator with the format's own semantics (format.md 1.6.3). */
import { resolve } from '#lib/engine/resolve.ts';
import type { Scope } from '#lib/engine/Scope.ts';
import type { Condition, Predicate } from '#lib/model/condition.ts';
import { FailureError } from '#lib/model/failure.ts';

/** The name of the first lane whose condition holds, else "Else". Throws `input` for terms an operator cannot compare. */
export function chooseLane(conditions: readonly Condition[], scope: Scope): string {
  return conditions.find(({ predicate }) => holds(predicate, scope))?.lane ?? 'Else';
}

function holds(predicate: Predicate, scope: Scope): boolean {
  if (predicate.kind === 'group') {
    const test = (inner: Predicate) => holds(inner, scope);
    return predicate.join === 'and' ? predicate.predicates.every(test) : predicate.predicates.some(test);
  }
  const operator = operators.get(predicate.operator);
  if (!operator) throw incomparable(`There is no operator “${predicate.operator}”.`);
  // Unary operators sometimes carry an empty second term; theirs take one argument and ignore it.
  const [left, right] = predicate.terms.map((term) => resolve(term, scope));
  return operator(parsed(left), parsed(right), left);
}

/** Both terms are parsed first; the left one is also given as it was. */
type Operator = (left: unknown, right: unknown, rawLeft: unknown) => boolean;

// A map, not an object: a file may name an operator like a property that every object has.
const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['equal', looselyEqual],
  ['notEqual', (left, right) => !looselyEqual(left, right)],
  ['exactlyMatches', strictlyEqual],
  ['doesNotExactlyMatch', (left, right) => !strictlyEqual(left, right)],
  // JavaScript's own coercion applies, as in the format.
  ['greaterThan', (left, right) => (left as number) > (right as number)],
  ['greaterThanOrEqual', (left, right) => (left as number) >= (right as number)],
  ['lessThan', (left, right) => (left as number) < (right as number)],
  ['lessThanOrEqual', (left, right) => (left as number) <= (right as number)],
  ['in', isIn],
  ['notIn', (left, right, rawLeft) => !isIn(left, right, rawLeft)],
  // The left term is the prefix or the ending, the right one the text.
  ['startsWith', (left, right) => String(right).startsWith(String(left))],
  ['doesNotStartWith', (left, right) => !String(right).startsWith(String(left))],
  ['endsWith', (left, right) => String(right).endsWith(String(left))],
  ['doesNotEndWith', (left, right) => !String(right).endsWith(String(left))],
  ['isTrue', truth],
  ['isFalse', (left) => !truth(left)],
  // JavaScript's truth: an empty list exists, 0 and '' do not, nor does "0", which is parsed.
  ['exists', Boolean],
  ['doesNotExist', (left) => !left],
  ['isEmpty', (left, _right, rawLeft) => isEmpty(left, rawLeft)],
  ['isNotEmpty', (left, _right, rawLeft) => !isEmpty(left, rawLeft)],
  ['dateTimeAfter', (left, right) => time(left) > time(right)],
  ['dateTimeBefore', (left, right) => time(left) < time(right)],
  ['dateTimeSame', (left, right) => time(left) === time(right)],
]);

/** A text that is valid JSON stands for its value: "0" is 0, "true" is true. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function looselyEqual(left: unknown, right: unknown): boolean {
  // `==` is the format's rule for leaves: "1" equals 1.
  return deepEqual(left, right, (a, b) => a == b);
}

function strictlyEqual(left: unknown, right: unknown): boolean {
  return deepEqual(left, right, (a, b) => a === b || (Number.isNaN(a) && Number.isNaN(b)));
}

function deepEqual(left: unknown, right: unknown, leaf: (a: unknown, b: unknown) => boolean): boolean {
  if (leaf(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  const [a, b] = [left as Record<string, unknown>, right as Record<string, unknown>];
  return keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key], b[key], leaf));
}

function isIn(left: unknown, container: unknown, rawLeft: unknown): boolean {
  if (Array.isArray(container)) return container.includes(rawLeft) || container.includes(left);
  if (typeof container === 'string') return container.includes(String(rawLeft));
  if (typeof container === 'object' && container !== null) return Object.hasOwn(container, String(rawLeft));
  throw incomparable('“contained in” needs a list, a text or an object on its right side.');
}

const TRUE_WORDS = new Set(['t', 'true', 'y', 'yes']);
const FALSE_WORDS = new Set(['f', 'false', 'n', 'no']);

function truth(value: unknown): boolean {
  const word = typeof value === 'string' ? value.toLowerCase() : undefined;
  if (word !== undefined && TRUE_WORDS.has(word)) return true;
  if (word !== undefined && FALSE_WORDS.has(word)) return false;
  return Boolean(value);
}

function isEmpty(value: unknown, raw: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof raw === 'string') return raw === '';
  throw incomparable('“is empty” needs a list or a text.');
}

/** Milliseconds. A number, also as text, is UNIX seconds. */
function time(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  const seconds =
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : NaN;
  if (!Number.isNaN(seconds)) return seconds * 1000;
  const date = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(date)) throw incomparable(`“${String(value)}” is not a date or time.`);
  return date;
}

function incomparable(message: string): FailureError {
  return new FailureError({ code: 'input', message, hint: 'Look at the conditions of this branch.' });
}
