import { defineAction } from '#lib/connectors/define.ts';

const scopes = ['crossFlow', 'execution', 'instance', 'integration'] as const;

/** How many bytes the values of each scope take as JSON (format.md 2.3). */
export const getUsage = defineAction({
  label: 'Get usage',
  description: 'Tells how much room the values take.',
  pure: true,
  inputs: {},
  example: { crossFlow: 2, execution: 2, instance: 2, integration: 2 },
  perform: (_inputs, { state }) => ({
    data: Object.fromEntries(scopes.map((scope) => [scope, JSON.stringify(state.all(scope)).length])),
  }),
});
