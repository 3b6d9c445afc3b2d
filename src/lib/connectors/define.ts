/** What a connector is made of. An action is one file, all declaration; its types follow from its inputs. */
import type { InputDefinition } from '#lib/connectors/inputs.ts';
import type { Family, OutputView } from '#lib/model/catalogue.ts';
import type { LogLevel, Reply, StateChange, StateScope, StateValues } from '#lib/model/execution.ts';
import type { RunFacts } from '#lib/model/payload.ts';

/** What the engine hands to an action besides its inputs. Each of them may be taken out of it and called alone. */
export interface ActionContext {
  /** Aborted when the run is stopped. */
  signal: AbortSignal;
  /** Writes a line to the log of the execution. */
  log: (level: LogLevel, message: string) => void;
  /** What the flow was started with; only triggers use it. */
  payload: unknown;
  facts: RunFacts;
  /** The persisted values as they are now; an action changes them by what it returns. */
  state: StateReader;
  /** Throws `remote`, `timeout` or `cancelled`; any status is an answer. An address of our own runs the flow behind it. */
  fetch: (request: HttpRequest, timeoutMs?: number) => Promise<HttpResponse>;
  /** Runs another flow: resolves to its result, or to `{ executionId }` when nobody waits for it. */
  invoke: (flow: string, data: unknown) => Promise<unknown>;
  /** Starts this flow once more, from where the cursor points; resolves to `{ executionId }`. */
  recur: (cursor: unknown) => Promise<unknown>;
  /** Runs the user's code. */
  code: (call: Pick<CodeCall, 'source' | 'how' | 'args'>) => Promise<unknown>;
  /** What a code step is called with: its context, and the results of the steps before it (format.md 1.10). */
  codeArguments: () => [context: Readonly<Record<string, unknown>>, stepResults: unknown];
  wait: (ms: number) => Promise<void>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  /** The same for every attempt at this step in this execution, and for no other. */
  idempotencyKey: string;
}

export interface StateReader {
  /** What is kept under a key, without reading it. */
  kind: (scope: StateScope, key: string) => 'list' | 'value' | 'nothing';
  get: (scope: StateScope, key: string) => unknown;
  keys: (scope: StateScope) => string[];
  all: (scope: StateScope) => StateValues;
}

/** Runs the user's code away from everything else: a sandbox in the browser, QuickJS in Node (architecture 7). */
export interface CodeRunner {
  /**
   * Resolves to what the code returned, as plain data. Rejects with a `FailureError` of code `code` (its `detail` names
   * line and column of the user's code), `timeout` or `limit`.
   */
  call: (request: CodeCall) => Promise<unknown>;
}

/** One call of the user's code. */
export interface CodeCall {
  source: string;
  /** `call` runs it as a step; the others use it as the function that filters, maps or sorts a list. */
  how: 'call' | 'filter' | 'map' | 'sort';
  /** Plain data. For `call` the context and the step results; else the list, then what the function gets besides. */
  args: readonly unknown[];
  host: CodeHost;
  /** Aborted when the run is stopped. */
  signal: AbortSignal;
  deadlineMs: number;
}

/** What the user's code may ask for while it runs; each call is answered by the engine, under its limits. */
export interface CodeHost {
  log: (level: LogLevel, message: string) => void;
  request?: (request: HttpRequest) => Promise<HttpResponse>;
  /** Runs another flow of the integration; resolves to its result, or to `{ executionId }` when it is not awaited. */
  invokeFlow?: (name: string, data: unknown) => Promise<unknown>;
}

/** A request as plain data. */
export interface HttpRequest {
  url: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string | ArrayBuffer;
}

export interface HttpResponse {
  status: number;
  /** Names are lower-case. */
  headers: Readonly<Record<string, string>>;
  body: ArrayBuffer;
  /** Where it came from, after redirects. */
  url: string;
}

export interface ActionResult {
  /** Becomes the step's `results`. */
  data: unknown;
  /** The lane whose steps run next, of a step that has lanes. */
  branch?: string;
  /** What becomes of the persisted values. */
  changes?: readonly StateChange[];
  /** What the sender of the request gets who waits for this execution. */
  response?: Reply;
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
  /** Not pure, but all it does outside goes through `fetch` and `invoke`: until it calls one, nothing has happened. */
  lazy?: boolean;
  /** Performing it twice is the same as once: it is never in doubt. */
  repeatable?: boolean;
  perform: (inputs: Values<I>, context: ActionContext) => ActionResult | Promise<ActionResult>;
}

/** A step that steers the run: the engine has an executor for each kind. */
export interface ControlDefinition<I extends Inputs = Inputs> extends Described<I> {
  kind: ControlKind;
}

export type ControlKind =
  | 'branchOnExpression'
  | 'branchOnValue'
  | 'selectExecutedStepResult'
  | 'loopOverItems'
  | 'loopNTimes'
  | 'breakLoop'
  | 'stopExecution';

export type StepDefinition = PerformedDefinition | ControlDefinition;

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
  definition: Omit<PerformedDefinition<I>, 'kind' | 'pure' | 'lazy'> & { lazy?: boolean },
): StepDefinition {
  return { ...definition, pure: definition.lazy !== true, kind: 'trigger' } as StepDefinition;
}

/** A loop, a branch, or a step that leaves one. */
export function defineControl<I extends Inputs>(definition: ControlDefinition<I>): StepDefinition {
  return definition;
}

/** A connector: a folder of actions. */
export function defineConnector(definition: ConnectorDefinition): ConnectorDefinition {
  return definition;
}
