import { crossFlow as crossFlowTrigger } from '#lib/connectors/crossflow/crossFlow.ts';
import { invokeFlow } from '#lib/connectors/crossflow/invokeFlow.ts';
import { defineConnector } from '#lib/connectors/define.ts';

/** Calls between the flows of one integration (format.md 2.1). */
export const crossFlow = defineConnector({
  key: 'cross-flow',
  label: 'Cross-flow',
  description: 'Run one flow from another.',
  family: 'logic',
  icon: 'log-in',
  actions: { crossFlow: crossFlowTrigger, invokeFlow },
});
