/** Parts of a list, so many items long (format.md 2.3, collection-tools). */
import { listInput, whole } from '#lib/connectors/collection/inputs.ts';
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';

type PartAction = Pick<StepDefinition, 'label' | 'description' | 'example' | 'output' | 'synonyms'> & {
  numberLabel: string;
  /** Smallest number that makes sense. */
  least: number;
  of: (list: unknown[], count: number) => unknown[];
};

const actions: Readonly<Record<string, PartAction>> = {
  chunks: {
    label: 'Split list into chunks',
    description: 'Cuts a list into lists of a given length; the last one may be shorter.',
    synonyms: ['chunk', 'batch', 'page', 'partition'],
    numberLabel: 'Items in a chunk',
    least: 1,
    example: [
      [1, 2],
      [3, 4],
    ],
    output: { list: { list: 'anything' } },
    of: (list, count) =>
      Array.from({ length: Math.ceil(list.length / count) }, (_, index) =>
        list.slice(index * count, (index + 1) * count),
      ),
  },
  takeFirst: {
    label: 'Take first items',
    description: 'Gives so many items from the beginning of a list.',
    synonyms: ['head', 'limit', 'top'],
    numberLabel: 'Number of items',
    least: 0,
    example: ['apple'],
    output: { list: 'anything' },
    of: (list, count) => list.slice(0, count),
  },
  takeLast: {
    label: 'Take last items',
    description: 'Gives so many items from the end of a list.',
    synonyms: ['tail'],
    numberLabel: 'Number of items',
    least: 0,
    example: ['pear'],
    output: { list: 'anything' },
    of: (list, count) => list.slice(Math.max(0, list.length - count)),
  },
};

export const parts: Readonly<Record<string, StepDefinition>> = Object.fromEntries(
  Object.entries(actions).map(([key, action]) => [key, partOf(action)]),
);

function partOf({ numberLabel, least, of, ...described }: PartAction): StepDefinition {
  return defineAction({
    ...described,
    pure: true,
    inputs: {
      listInput,
      numberInput: whole({ label: numberLabel, help: `A whole number from ${least} on.`, default: 1 }, least),
    },
    perform: ({ listInput: list, numberInput: count }) => ({ data: of(list, count) }),
  });
}
