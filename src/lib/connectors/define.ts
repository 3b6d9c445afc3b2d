/** What a connector is made of. An action is one file, all declaration; its types follow from its inputs. */
import type { InputDefinition } from '#lib/connectors/inputs.ts';
import type { ConnectionField, Family, Needs, OutputView } from '#lib/model/catalogue.ts';
import type { ConnectionValue, OpenConnection } from '#lib/model/connection.ts';
import type { LogLevel, Reply, StateChange, StateScope, StateValues } from '#lib/model/execution.ts';
import { FailureError } from '#lib/model/failure.ts';
import type { RunFacts } from '#lib/model/payload.ts';
import type { Shape } from '#lib/model/shape.ts';

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
  /** One of our own functions on what the user wrote (a pattern, a template), where it can be ended in time. */
  calculate: (calculation: string, args: readonly unknown[]) => Promise<unknown>;
  secrets: Secrets;
  files: Files;
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

/** What is kept back until the moment of a request (architecture 9). */
export interface Secrets {
  /**
   * With its secrets, for requests to this address only; without one for nothing that leaves. Throws `connection` when
   * they are not meant for it.
   */
  open: (connection: ConnectionValue, address?: string) => Promise<OpenConnection>;
  /** From here on this text is written nowhere: a token, a signed address. */
  hide: (text: string) => void;
}

/** The files that travel with the integration. */
export interface Files {
  /** Throws `input` when there is none of this name. */
  read: (name: string) => Promise<StoredFile>;
}

/** A file as it is kept. */
export interface StoredFile {
  name: string;
  contentType: string;
  data: ArrayBuffer;
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
  /** `error` for a request that carries a secret: where it would lead nobody has agreed to. */
  redirect?: 'follow' | 'error';
  /** It takes back what was begun: it goes out although the run was stopped, and has a few seconds for it. */
  tidies?: true;
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
  /** Its connector's when absent. */
  needs?: Needs;
  /** Its keys or its output are in no file that is known: they follow their neighbours. */
  unverified?: boolean;
  /** Other words that people look for. */
  synonyms?: readonly string[];
  /** Output shown before the first run; plain data. Every action of ours has one. */
  example?: unknown;
  /** What its output looks like, where the example does not say it. */
  output?: Shape;
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
  /** What its actions need, those that do not say it themselves. */
  needs?: Needs;
  /** Kinds of connection, by their keys in the file format. */
  connections?: Readonly<Record<string, ConnectionDefinition>>;
  actions: Readonly<Record<string, StepDefinition>>;
}

/** What a connection is filled in with, by the keys of the file format. */
export interface ConnectionDefinition {
  label: string;
  help?: string;
  fields: Readonly<Record<string, Omit<ConnectionField, 'key'>>>;
}

/** An action; `pure: true` says: no effect outside, and nothing is lost when it is done again. */
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

/** An action that no browser can perform: it is shown and kept, and a pinned output stands for it. */
export function defineImpossible<I extends Inputs>(
  definition: Omit<PerformedDefinition<I>, 'kind' | 'pure' | 'needs' | 'perform'> & { because: string },
): StepDefinition {
  const { because, ...described } = definition;
  const perform = () => {
    throw new FailureError({
      code: 'unsupported',
      message: `“${definition.label}” cannot run in a browser: ${because}`,
      hint: 'Pin an output to this step: the flow goes on with it.',
    });
  };
  return { ...described, kind: 'action', pure: true, needs: 'never', perform } as StepDefinition;
}

/** A loop, a branch, or a step that leaves one. */
export function defineControl<I extends Inputs>(definition: ControlDefinition<I>): StepDefinition {
  return definition;
}

/** A connector: a folder of actions. */
export function defineConnector(definition: ConnectorDefinition): ConnectorDefinition {
  return definition;
}
