/** A list and one item (format.md 2.3, collection-tools). */
import { identityOf } from '#lib/connectors/collection/identityOf.ts';
import { elementInput, listInput } from '#lib/connectors/collection/inputs.ts';
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';

type ElementAction = Pick<StepDefinition, 'label' | 'description' | 'example' | 'output' | 'synonyms'> & {
  of: (list: unknown[], element: unknown) => unknown;
};

const actions: Readonly<Record<string, ElementAction>> = {
  append: {
    label: 'Append to list',
    description: 'Adds an item to the end of a list.',
    synonyms: ['add', 'push'],
    example: ['apple', 'orange', 'pear'],
    output: { list: 'anything' },
    of: (list, element) => [...list, element],
  },
  remove: {
    label: 'Remove from list',
    description: 'Removes an item from a list, wherever it is in it.',
    synonyms: ['delete', 'without'],
    example: ['apple', 'pear'],
    output: { list: 'anything' },
    of: (list, element) => {
      const removed = identityOf(element);
      return list.filter((item) => identityOf(item) !== removed);
    },
  },
  count: {
    label: 'Count in list',
    description: 'Counts how often an item is in a list.',
    synonyms: ['occurrences'],
    example: 2,
    of: (list, element) => {
      const counted = identityOf(element);
      return list.filter((item) => identityOf(item) === counted).length;
    },
  },
};

export const elements: Readonly<Record<string, StepDefinition>> = Object.fromEntries(
  Object.entries(actions).map(([key, action]) => [key, withElement(action)]),
);

function withElement({ of, ...described }: ElementAction): StepDefinition {
  return defineAction({
    ...described,
    pure: true,
    unverified: true,
    inputs: { listInput, elementInput },
    perform: ({ listInput: list, elementInput: element = null }) => ({ data: of(list, element) }),
  });
}
