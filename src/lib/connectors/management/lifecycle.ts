import { defineTrigger, type StepDefinition } from '#lib/connectors/define.ts';

/** A trigger for an event in the life of an instance; all of them only pass on what they are started with (format.md 1.7). */
export function lifecycleTrigger(label: string, description: string): StepDefinition {
  return defineTrigger({
    label,
    description,
    inputs: {},
    example: {
      instance: { id: '1', name: 'Ada GmbH' },
      customer: { id: '1', name: 'Ada GmbH', externalId: 'ada' },
    },
    perform: (_inputs, { payload }) => ({ data: payload }),
  });
}
