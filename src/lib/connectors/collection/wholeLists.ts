/** What is asked of a list as a whole (format.md 2.3, collection-tools). */
import { identityOf } from '#lib/connectors/collection/identityOf.ts';
import { listInput } from '#lib/connectors/collection/inputs.ts';
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';

type ListAction = Pick<StepDefinition, 'label' | 'description' | 'example' | 'output' | 'synonyms'> & {
  of: (list: unknown[]) => unknown;
};

const actions: Readonly<Record<string, ListAction>> = {
  first: {
    label: 'First item',
    description: 'Gives the first item of a list, or nothing when the list is empty.',
    example: 'apple',
    output: 'anything',
    of: ([first = null]) => first,
  },
  last: {
    label: 'Last item',
    description: 'Gives the last item of a list, or nothing when the list is empty.',
    example: 'pear',
    output: 'anything',
    of: (list) => list.at(-1) ?? null,
  },
  length: {
    label: 'List length',
    description: 'Counts the items of a list.',
    synonyms: ['size', 'number of items'],
    example: 3,
    of: (list) => list.length,
  },
  flatten: {
    label: 'Flatten list',
    description: 'Puts the items of the lists in a list into one list.',
    synonyms: ['merge', 'unnest'],
    example: ['apple', 'orange', 'pear'],
    output: { list: 'anything' },
    of: (list) => list.flat(),
  },
  deduplicate: {
    label: 'Deduplicate list',
    description: 'Keeps each item of a list only once.',
    synonyms: ['unique', 'distinct', 'duplicates'],
    example: ['apple', 'orange'],
    output: { list: 'anything' },
    of: (list) => [...new Map(list.map((item) => [identityOf(item), item])).values()],
  },
};

export const wholeLists: Readonly<Record<string, StepDefinition>> = Object.fromEntries(
  Object.entries(actions).map(([key, action]) => [key, askedOf(action)]),
);

function askedOf({ of, ...described }: ListAction): StepDefinition {
  return defineAction({
    ...described,
    pure: true,
    inputs: { listInput },
    perform: ({ listInput: list }) => ({ data: of(list) }),
  });
}
