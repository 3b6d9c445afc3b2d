import { connectors } from '#lib/connectors/index.ts';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { FailureError } from '#lib/model/failure.ts';
import { missingAction } from '#lib/model/missing.ts';

/** By connector, then by action, in the spelling of the list and in lower case. */
const installed = new Map(
  connectors.map(({ key, actions }) => {
    const spelled = Object.entries(actions);
    const lower = spelled.map(([action, definition]) => [action.toLowerCase(), definition] as const);
    return [key, new Map([...lower, ...spelled])];
  }),
);

/**
 * The definition of an action; its key has no case, as the format's documents spell it both ways. Throws `unsupported`
 * when it is not here.
 */
export function findStep(connector: string, action: string): StepDefinition {
  const actions = installed.get(connector);
  const definition = actions?.get(action) ?? actions?.get(action.toLowerCase());
  if (definition) return definition;
  throw new FailureError({
    code: 'unsupported',
    message: `${missingAction(connector, action, installed.has(connector))}.`,
    hint: 'The step is kept as it is; it cannot run here.',
  });
}
