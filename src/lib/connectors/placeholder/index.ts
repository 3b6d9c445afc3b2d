import { defineConnector } from '#lib/connectors/define.ts';
import { mockResult } from '#lib/connectors/placeholder/mockResult.ts';

/** Stand-ins for steps to come (format.md 2.1). */
export const resultPlaceholder = defineConnector({
  key: 'result-placeholder',
  label: 'Result placeholder',
  description: 'Stand in for a step that is not made yet.',
  family: 'utility',
  icon: 'text-quote',
  actions: { actions: mockResult },
});
