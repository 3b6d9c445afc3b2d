import { connectors } from '#lib/connectors/index.ts';
import type { StepDefinition } from '#lib/connectors/define.ts';

const definitions = new Map(
  connectors.flatMap((connector) =>
    Object.entries(connector.actions).map(([action, definition]) => [
      stepKey(connector.key, action),
      definition,
    ]),
  ),
);

/** The definition of an action; its key has no case, as the format's documents spell it both ways. */
export function findStep(connector: string, action: string): StepDefinition | undefined {
  return definitions.get(stepKey(connector, action));
}

function stepKey(connector: string, action: string): string {
  return `${connector}/${action.toLowerCase()}`;
}
