/** Agents that run flows in the middle of their work, and wait for approvals: shown and kept, and refused when run. */
import { defineAction, defineTrigger } from '#lib/connectors/define.ts';
import { anything, connection, flag, flow, list, longText, number } from '#lib/connectors/inputs.ts';
import { unsupported } from '#lib/connectors/openai/unsupported.ts';

export const createFlowTool = defineAction({
  label: 'Agent: Create flow tool',
  description: 'Lets an agent run a flow. Cannot be used here yet.',
  pure: true,
  inputs: {
    flowName: flow({ label: 'Flow', help: 'The flow that the agent may run.', required: true }),
    toolDescription: longText({ label: 'Description', help: 'When the agent should use it.' }),
    strictMode: flag({
      label: 'Strict',
      help: 'The model keeps exactly to the form of the flow’s input.',
      default: false,
    }),
    requiresApproval: flag({
      label: 'Needs approval',
      help: 'Somebody has to agree before the flow runs.',
      default: false,
    }),
  },
  example: { type: 'flow', toolName: 'create_incident', flowName: 'Create Incident', tool: {} },
  perform: () => {
    throw unsupported('A flow as a tool of an agent');
  },
});

export const resumeRun = defineAction({
  label: 'Agent: Resume run',
  description: 'Goes on with an agent that waits for an approval. Cannot be used here yet.',
  pure: true,
  inputs: {
    openaiConnection: connection({
      label: 'Connection',
      help: 'Holds the API key of the account that pays.',
    }),
    agentConfig: anything({ label: 'Agent', help: 'The result of “Agent: Create”.' }),
    state: anything({ label: 'State', help: 'Of the run that was interrupted.' }),
    approvalResponses: anything({
      label: 'Approvals',
      help: 'For each pending approval, whether it is given.',
    }),
    maxTurns: number({
      label: 'Most turns',
      help: 'How often the model may answer before it has to end.',
      default: 10,
    }),
    handoffs: list({ label: 'Handoffs', help: 'Agents that it may hand over to.' }),
  },
  example: { finalOutput: 'Done.', pendingApprovals: [], hasInterruptions: false, history: [] },
  output: 'anything',
  perform: () => {
    throw unsupported('An agent that waits for an approval');
  },
});

/** The flow itself runs like any other that is called. */
export const toolFlowTrigger = defineTrigger({
  label: 'Tool flow',
  description: 'Starts the flow when an agent uses it as a tool.',
  inputs: {},
  example: { headers: {}, body: { data: { id: 1 }, contentType: 'application/json' }, queryParameters: {} },
  perform: (_inputs, { payload }) => ({ data: payload }),
});
