/** What the engine needs from its host: a browser worker, Node, or a server (architecture 12). */
import type {
  CodeRunner,
  Files,
  HttpRequest,
  HttpResponse,
  Secrets,
  StepDefinition,
} from '#lib/connectors/define.ts';
import type { Limits } from '#lib/engine/limits.ts';
import type { PersistedState } from '#lib/engine/State.ts';
import type { Entry, JournalStart, LogLevel, Mark, Progress, Reply } from '#lib/model/execution.ts';
import type { Failure } from '#lib/model/failure.ts';
import type { Flow } from '#lib/model/integration.ts';
import type { StepPath } from '#lib/model/path.ts';
import type { RunFacts, SavedPayload } from '#lib/model/payload.ts';

/** How a run ended. */
export interface Outcome {
  /** `interrupted`: a step is in doubt and nobody has decided about it yet. */
  status: 'succeeded' | 'failed' | 'cancelled' | 'interrupted';
  /** The last executed step's result, when it succeeded. */
  result?: unknown;
  failure?: Failure;
  /** What a sender who waits gets, where the flow says so itself. */
  response?: Reply;
  /** Steps that failed and were ignored. */
  warnings?: number;
  /** The scopes of the persisted state that changed, whole; the host writes them. */
  state?: PersistedState;
}

/** Where the run writes what it does. What is known from before is `JournalStart`. */
export interface Journal {
  /** Notes that a step with effects is about to perform. */
  begin: (mark: Mark) => void;
  add: (entry: Entry) => void;
  /** Resolves when everything added is durable. */
  flush: () => Promise<void>;
  /** An output that is stored apart from its entry. */
  load: (key: string) => Promise<unknown>;
}

/** Another flow of the integration that a step starts. */
export interface FlowCall {
  flow: string;
  payload: SavedPayload;
  /** Whether the step goes on only when the flow has ended. */
  waits: boolean;
  /** Two calls with one key are one: it is started once, however often a run is resumed. */
  key: string;
  /** The step that calls. */
  path: StepPath;
  depth: number;
  chain: number;
}

/** `outcome` is there when the call waits. */
export interface FlowAnswer {
  executionId: string;
  outcome?: Outcome;
}

/** One of our own functions on what the user wrote. Rejects with `timeout` after its deadline. */
export interface Calculation {
  name: string;
  /** Plain data. */
  args: readonly unknown[];
  deadlineMs: number;
  signal: AbortSignal;
}

export interface Ports {
  /** The definition of an action; throws `unsupported` when no connector has it. */
  findStep: (connector: string, action: string, stepName: string) => StepDefinition;
  facts: RunFacts;
  /** All flows of the integration, for calls between them. */
  flows: readonly Flow[];
  /** Config variable values by key. */
  config: Readonly<Record<string, unknown>>;
  /** Becomes the trigger's result. */
  payload: unknown;
  start: JournalStart;
  journal: Journal;
  state: PersistedState;
  limits: Limits;
  fetch: (request: HttpRequest, signal: AbortSignal) => Promise<HttpResponse>;
  code: CodeRunner;
  /** Runs one of `connectors/calculations` where it can be ended. */
  calculate: (call: Calculation) => Promise<unknown>;
  secrets: Secrets;
  files: Files;
  invoke: (call: FlowCall, signal: AbortSignal) => Promise<FlowAnswer>;
  report: (progress: Progress) => void;
  log: (path: StepPath, level: LogLevel, message: string) => void;
  signal: AbortSignal;
  /** Milliseconds since 1970, with fractions. */
  now: () => number;
  /** Resolves after so many milliseconds, rejects when the signal is aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
  /** Lets other tasks of the thread run. */
  breathe: () => Promise<void>;
}
