import { connectors } from '#lib/connectors/index.ts';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { FailureError } from '#lib/model/failure.ts';
import { missingAction } from '#lib/model/missing.ts';

const installed = new Set(connectors.map(({ key }) => key));

const definitions = new Map(
  connectors.flatMap((connector) =>
    Object.entries(connector.actions).map(([action, definition]) => [
      stepKey(connector.key, action),
      definition,
    ]),
  ),
);

/**
 * The definition of an action; its key has no case, as the format's documents spell it both ways. Throws `unsupported`
 * when it is not here.
 */
export function findStep(connector: string, action: string): StepDefinition {
  const definition = definitions.get(stepKey(connector, action));
  if (definition) return definition;
  throw new FailureError({
    code: 'unsupported',
    message: `${missingAction(connector, action, installed.has(connector))}.`,
    hint: 'The step is kept as it is; it cannot run here.',
  });
}

function stepKey(connector: string, action: string): string {
  return `${connector}/${action.toLowerCase()}`;
}
