import { kept } from '#lib/connectors/collection/filter.ts';
import { filterCodeInput, listInput } from '#lib/connectors/collection/inputs.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { choice } from '#lib/connectors/inputs.ts';
import { toNumber } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

type Aggregate = (items: readonly unknown[]) => number;

const aggregates: Readonly<Record<string, Aggregate>> = {
  AVERAGE: (items) => sum(items) / items.length,
  COUNT: (items) => items.length,
  MAX: (items) => numbers(items).reduce((most, one) => Math.max(most, one), -Infinity),
  MIN: (items) => numbers(items).reduce((least, one) => Math.min(least, one), Infinity),
  SUM: sum,
  PRODUCT: (items) => numbers(items).reduce((product, one) => product * one, 1),
  MEDIAN: (items) => median(numbers(items)),
};

/** One number for the items that are kept (format.md 2.3, collection-tools). */
export const aggregate = defineAction({
  label: 'Aggregate list',
  description: 'Adds up the numbers of a list, or finds their average, smallest, largest or middle one.',
  synonyms: Object.keys(aggregates).map((name) => name.toLowerCase()),
  lazy: true,
  inputs: {
    listInput,
    aggregateFunctionInput: choice({
      label: 'Aggregate function',
      help: 'SUM adds up, PRODUCT multiplies, MEDIAN finds the middle one, COUNT counts the items.',
      choices: Object.keys(aggregates),
      required: true,
    }),
    filterCodeInput,
  },
  example: 117,
  perform: async ({ listInput: list, aggregateFunctionInput: name, filterCodeInput }, { code }) => {
    const aggregated = named(name)(await kept(list, filterCodeInput, code));
    // Of no items there is no average, no largest and no smallest.
    return { data: Number.isFinite(aggregated) ? aggregated : null };
  },
});

function named(name: string): Aggregate {
  const key = name.trim().toUpperCase();
  const found = Object.hasOwn(aggregates, key) ? aggregates[key] : undefined;
  if (found) return found;
  throw new FailureError({
    code: 'input',
    message: `There is no aggregate function “${name}”.`,
    hint: `It is one of ${Object.keys(aggregates).join(', ')}.`,
  });
}

function numbers(items: readonly unknown[]): number[] {
  return items.map((item) => toNumber(item, 'List'));
}

function sum(items: readonly unknown[]): number {
  return numbers(items).reduce((total, one) => total + one, 0);
}

function median(given: readonly number[]): number {
  const sorted = given.toSorted((left, right) => left - right);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return sum(middle) / middle.length;
}
