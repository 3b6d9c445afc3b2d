/** What a connector is made of. An action is one file, all declaration; its types follow from its inputs. */
import type { InputDefinition } from '#lib/connectors/inputs.ts';
import type { LogLevel } from '#lib/model/execution.ts';
import type { Family, OutputView, StepKind } from '#lib/model/catalogue.ts';

/** What the engine hands to an action besides its inputs. */
export interface ActionContext {
  /** Aborted when the run is stopped. */
  signal: AbortSignal;
  /** Writes a line to the log of the execution. */
  log: (level: LogLevel, message: string) => void;
  /** What the flow was started with; only triggers use it. */
  payload: unknown;
}

export interface ActionResult {
  /** Becomes the step's `results`. */
  data: unknown;
}

// The only place for `any`: a list of definitions with different inputs has no other common type.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Inputs = Readonly<Record<string, InputDefinition<any>>>;

type Values<I extends Inputs> = { [K in keyof I]: ReturnType<I[K]['read']> };

interface Described<I extends Inputs> {
  label: string;
  description: string;
  inputs: I;
  /** A Lucide name; the connector's own when absent. */
  icon?: string;
  /** Output shown before the first run. */
  example?: unknown;
  view?: OutputView;
}

/** A step the engine runs by calling `perform`. */
export interface PerformedDefinition<I extends Inputs = Inputs> extends Described<I> {
  kind: 'action' | 'trigger';
  pure: boolean;
  perform: (inputs: Values<I>, context: ActionContext) => ActionResult | Promise<ActionResult>;
}

/** A step that holds steps: the engine has an executor for each kind. */
export interface ContainerDefinition<I extends Inputs = Inputs> extends Described<I> {
  kind: Exclude<StepKind, 'action' | 'trigger'>;
}

export type StepDefinition = PerformedDefinition | ContainerDefinition;

export interface ConnectorDefinition {
  /** As in the file format. */
  key: string;
  label: string;
  description: string;
  family: Family;
  icon: string;
  /** Absent in the cloud system whose format the files have. */
  onlyHere?: boolean;
  actions: Readonly<Record<string, StepDefinition>>;
}

/** An action; `pure: true` says: same inputs, same output, no effect outside. */
export function defineAction<I extends Inputs>(
  definition: Omit<PerformedDefinition<I>, 'kind' | 'pure'> & { pure?: boolean },
): StepDefinition {
  return { pure: false, ...definition, kind: 'action' } as StepDefinition;
}

/** What starts a flow; its `perform` turns the payload into the trigger's result. */
export function defineTrigger<I extends Inputs>(
  definition: Omit<PerformedDefinition<I>, 'kind' | 'pure'>,
): StepDefinition {
  return { ...definition, pure: true, kind: 'trigger' } as StepDefinition;
}

/** A loop or a branch. */
export function defineContainer<I extends Inputs>(definition: ContainerDefinition<I>): StepDefinition {
  return definition;
}

/** A connector: a folder of actions. */
export function defineConnector(definition: ConnectorDefinition): ConnectorDefinition {
  return definition;
}
