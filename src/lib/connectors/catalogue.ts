/** From the code of the connectors to the plain data the page draws from. */
import type { ConnectorDefinition, ControlKind, StepDefinition } from '#lib/connectors/define.ts';
import type { Catalogue, CatalogueAction, CatalogueConnector, StepKind } from '#lib/model/catalogue.ts';

/** Everything but the functions. */
export function describeConnectors(connectors: readonly ConnectorDefinition[]): Catalogue {
  return { connectors: connectors.map(describeConnector) };
}

function describeConnector({ actions, onlyHere = false, ...rest }: ConnectorDefinition): CatalogueConnector {
  return {
    ...rest,
    onlyHere,
    actions: Object.entries(actions).map(([key, step]) => describeAction(key, step)),
  };
}

/** The page tells fewer kinds of step apart than the engine. */
const shownKinds: Readonly<Record<ControlKind | 'trigger' | 'action', StepKind>> = {
  trigger: 'trigger',
  action: 'action',
  branchOnExpression: 'branchOnExpression',
  branchOnValue: 'branchOnExpression',
  selectExecutedStepResult: 'action',
  loopOverItems: 'loopOverItems',
  loopNTimes: 'loopOverItems',
  breakLoop: 'action',
  stopExecution: 'action',
};

function describeAction(key: string, definition: StepDefinition): CatalogueAction {
  const { label, description, kind, icon, example, view } = definition;
  const inputs = Object.entries(definition.inputs).map(([inputKey, { read: _read, ...input }]) => ({
    key: inputKey,
    ...input,
  }));
  const pure = 'pure' in definition ? definition.pure : true;
  const repeatable = 'repeatable' in definition ? definition.repeatable : undefined;
  return { key, label, description, kind: shownKinds[kind], pure, repeatable, icon, example, view, inputs };
}
