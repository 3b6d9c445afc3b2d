/** Why an action cannot be tried by itself. */
import type { FoundAction } from '#lib/model/searchCatalogue.ts';

/** A sentence or two; `undefined` for an action that can. */
export function whyNotTried({ connector, action }: FoundAction): string | undefined {
  if (action.needs === 'never')
    return 'No browser can do this. In a flow, pin an output to this step: the flow goes on with it.';
  if (action.kind === 'trigger')
    return 'A trigger starts a flow, and has nothing to do without one. Use it in an integration and run that.';
  return Object.hasOwn(onlyInFlows, connector.key) ? onlyInFlows[connector.key] : undefined;
}

/** What steers the run, or starts another one, means nothing outside a flow. */
const onlyInFlows: Readonly<Record<string, string>> = {
  loop: 'A loop does its work with the steps inside it. Use it in a flow and run that.',
  branch: 'A branch chooses between steps of its flow. Use it in a flow and run that.',
  'stop-execution': 'This step ends the flow it stands in. Use it in a flow and run that.',
  'cross-flow': 'This step starts another flow of its integration. Use it in one and run that.',
  'recursive-flow': 'This step starts the flow it stands in once more. Use it in one and run that.',
};
