import {
  defineConnector,
  defineImpossible,
  type ConnectorDefinition,
  type Inputs,
  type StepDefinition,
} from '#lib/connectors/define.ts';

/** An action that is shown and kept: what it would ask for, and what it would give. */
type Kept = Omit<Parameters<typeof defineImpossible>[0], 'because'>;

interface Unreachable extends Omit<ConnectorDefinition, 'actions' | 'needs'> {
  actions: Readonly<Record<string, Kept>>;
}

/** A connector whose server speaks over plain TCP: a page can speak HTTP and WebSocket, and nothing else (format.md 2.4). */
export function defineUnreachable({ actions, ...connector }: Unreachable): ConnectorDefinition {
  const { label } = connector;
  const because = `${label} needs a plain TCP connection, and no web page can open one.`;
  return defineConnector({
    ...connector,
    needs: 'never',
    actions: Object.fromEntries(
      Object.entries(actions).map(([key, action]): [string, StepDefinition] => [
        key,
        defineImpossible({ ...action, inputs: unread(action.inputs), because }),
      ]),
    ),
  });
}

/** What is wrong with an input does not matter: whoever runs the step hears the true reason. */
function unread(inputs: Inputs): Inputs {
  const kept = Object.entries(inputs).map(([key, input]) => [
    key,
    { ...input, read: (value: unknown) => value },
  ]);
  return Object.fromEntries(kept) as Inputs;
}
