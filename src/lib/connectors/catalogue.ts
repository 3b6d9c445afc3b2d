/** From the code of the connectors to the plain data the page draws from. */
import type {
  ConnectorDefinition,
  ControlKind,
  PerformedDefinition,
  StepDefinition,
} from '#lib/connectors/define.ts';
import type { Catalogue, CatalogueAction, CatalogueConnector, StepKind } from '#lib/model/catalogue.ts';
import { shapeOf } from '#lib/model/shape.ts';

/** Everything but the functions. */
export function describeConnectors(connectors: readonly ConnectorDefinition[]): Catalogue {
  return { connectors: connectors.map(describeConnector) };
}

function describeConnector({
  actions,
  connections,
  needs,
  onlyHere = false,
  ...rest
}: ConnectorDefinition): CatalogueConnector {
  return {
    ...rest,
    onlyHere,
    ...(connections && {
      connections: keyed(connections).map((kind) => ({ ...kind, fields: keyed(kind.fields) })),
    }),
    actions: Object.entries(actions).map(([key, step]) => describeAction(key, { needs, ...step })),
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

function describeAction(
  key: string,
  { inputs, kind, output, ...definition }: StepDefinition,
): CatalogueAction {
  const { perform: _perform, lazy: _lazy, pure = true, ...described } = definition as PerformedDefinition;
  return {
    key,
    ...described,
    kind: shownKinds[kind],
    pure,
    output: output ?? shapeOf(definition.example),
    inputs: keyed(inputs).map(({ read: _read, ...input }) => input),
  };
}

/** A table as a list that keeps its order. */
function keyed<T>(table: Readonly<Record<string, T>>): (T & { key: string })[] {
  return Object.entries(table).map(([key, entry]) => ({ key, ...entry }));
}
