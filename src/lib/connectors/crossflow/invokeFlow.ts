import { defineAction } from '#lib/connectors/define.ts';
import { anything, flow } from '#lib/connectors/inputs.ts';

/** Runs another flow: its result when that flow answers its callers, else the id of its execution (format.md 1.10). */
export const invokeFlow = defineAction({
  label: 'Invoke flow',
  description: 'Runs another flow of this integration.',
  synonyms: ['call', 'subflow', 'start', 'run'],
  // The host starts a call once, however often a run is resumed.
  repeatable: true,
  inputs: {
    flowName: flow({
      label: 'Flow',
      help: 'One of this integration, such as one that begins with “Cross-flow”.',
      required: true,
    }),
    data: anything({ label: 'Data', help: 'What the flow gets, as the body of its trigger.' }),
  },
  example: { executionId: 'c1a5…' },
  perform: async ({ flowName, data }, { invoke }) => ({ data: await invoke(flowName, data) }),
});
