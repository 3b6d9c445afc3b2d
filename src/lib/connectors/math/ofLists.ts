/** What a list of numbers comes to (format.md 2.3). */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { dynamicNumbers, numbers } from '#lib/connectors/math/inputs.ts';
import { FailureError } from '#lib/model/failure.ts';

interface ListFunction {
  label: string;
  description: string;
  example: number;
  synonyms?: readonly string[];
  /** What no numbers come to; they fail where it is absent. */
  ofNone?: number;
  /** From the first number on, each with the next. */
  fold?: (left: number, right: number) => number;
  /** All at once. */
  of?: (numbers: readonly number[]) => number;
}

const functions: Readonly<Record<string, ListFunction>> = {
  add: {
    label: 'Add numbers',
    description: 'Gives the sum of all numbers.',
    example: 3,
    synonyms: ['sum', 'plus', 'total'],
    ofNone: 0,
    fold: (left, right) => left + right,
  },
  subtract: {
    label: 'Subtract numbers',
    description: 'Takes all further numbers from the first.',
    example: 7,
    synonyms: ['minus', 'difference'],
    fold: (left, right) => left - right,
  },
  multiply: {
    label: 'Multiply numbers',
    description: 'Gives the product of all numbers.',
    example: 12,
    synonyms: ['times', 'product'],
    ofNone: 1,
    fold: (left, right) => left * right,
  },
  divide: {
    label: 'Divide numbers',
    description: 'Divides the first number by all further ones.',
    example: 2.5,
    synonyms: ['quotient', 'ratio'],
    fold: (left, right) => left / right,
  },
  hypot: {
    label: 'Hypotenuse',
    description: 'Gives the square root of the sum of all squares.',
    example: 5,
    ofNone: 0,
    of: hypotenuse,
  },
};

const extremes: Readonly<Record<string, ListFunction>> = {
  max: {
    label: 'Maximum',
    description: 'Gives the largest of all numbers.',
    example: 9,
    synonyms: ['largest', 'biggest'],
    fold: (left, right) => Math.max(left, right),
  },
  min: {
    label: 'Minimum',
    description: 'Gives the smallest of all numbers.',
    example: 1,
    synonyms: ['smallest', 'least'],
    fold: (left, right) => Math.min(left, right),
  },
};

/** By key. */
export const listActions: Readonly<Record<string, StepDefinition>> = {
  ...actionsOf(functions, listAction),
  ...actionsOf(extremes, extremeAction),
};

function actionsOf(
  table: Readonly<Record<string, ListFunction>>,
  make: (entry: ListFunction) => StepDefinition,
): Record<string, StepDefinition> {
  return Object.fromEntries(Object.entries(table).map(([key, entry]) => [key, make(entry)]));
}

function listAction(entry: ListFunction): StepDefinition {
  return defineAction({
    ...described(entry),
    inputs: { numbers },
    perform: (values) => ({ data: resultOf(entry, values.numbers) }),
  });
}

function extremeAction(entry: ListFunction): StepDefinition {
  return defineAction({
    ...described(entry),
    unverified: true,
    inputs: { numbers, dynamicNumbers },
    perform: (values) => ({
      data: resultOf(entry, values.dynamicNumbers.length > 0 ? values.dynamicNumbers : values.numbers),
    }),
  });
}

function described({ label, description, example, synonyms }: ListFunction) {
  return { label, description, example, synonyms, pure: true };
}

function resultOf({ label, ofNone, of, fold }: ListFunction, numbers: readonly number[]): number {
  if (numbers.length === 0) return ofNone ?? noNumbers(label);
  return of ? of(numbers) : numbers.reduce(fold ?? ((_left, right) => right));
}

function noNumbers(label: string): never {
  throw new FailureError({ code: 'input', message: `“${label}” needs at least one number, but got none.` });
}

/** A call takes only so many arguments; a few are more exact at once than one by one. */
const MOST_AT_ONCE = 1000;

function hypotenuse(numbers: readonly number[]): number {
  return numbers.length > MOST_AT_ONCE
    ? numbers.reduce((sum, next) => Math.hypot(sum, next))
    : Math.hypot(...numbers);
}
