/** What an execution leaves behind: entries of its journal and lines of its log. */
import type { Failure } from '#lib/model/failure.ts';
import type { StepPath } from '#lib/model/path.ts';

export type ExecutionStatus =
  'queued' | 'running' | 'succeeded' | 'warning' | 'failed' | 'cancelled' | 'interrupted';

/** Whether an execution with this status is still to end. */
export function isOpen(status: ExecutionStatus | undefined): boolean {
  return status === 'queued' || status === 'running';
}

/** What an execution has done at one step. Times are milliseconds since 1970, with fractions. */
export interface Entry {
  path: StepPath;
  /** `warning`: it failed, and the step says that the flow goes on. */
  status: 'succeeded' | 'warning' | 'failed';
  startedAt: number;
  endedAt: number;
  output?: unknown;
  /** Where an output is stored that is too large for an entry; `output` is absent then. */
  apart?: string;
  failure?: Failure;
  /** The attempts before the last one, when the step was tried again. */
  earlier?: readonly Attempt[];
  /** The lane that a branch, an action or a trigger chose. */
  branch?: string;
  /** What it changed in the persisted state; done again when the run is resumed. */
  changes?: readonly StateChange[];
  /** It left its loop, or ended the run. */
  leave?: Leave;
  /** What the sender of a request gets. */
  response?: Reply;
  /** Somebody decided that the run goes on without this step: as if it were not in the flow. */
  leftOut?: true;
}

/** An attempt that failed and was followed by another. */
export interface Attempt {
  startedAt: number;
  endedAt: number;
  failure: Failure;
}

/** Written down before a step with effects outside performs: without an entry of the same path that step is in doubt. */
export interface Mark {
  path: StepPath;
  at: number;
  /** From 1. */
  attempt: number;
}

/** What is known when a run begins: resuming, running to a step, replaying and pins differ in nothing else. */
export interface JournalStart {
  /** What earlier attempts or other runs did; of several with one path the last one counts. */
  entries: readonly Entry[];
  /** Steps that were started; those without an entry are in doubt. */
  marks?: readonly Mark[];
  /** What to do about steps in doubt. */
  decisions?: readonly Decision[];
  /** Outputs that stand for running a step, in every turn of its loops. */
  pins?: readonly Pin[];
  /** The run ends when the step at this place has run; what comes after it in the flow does not run before. */
  until?: readonly string[];
  /** Nothing runs but the trigger and this step; all else is what the entries say, or left out. */
  only?: StepPath;
  /** The last attempt hung its thread: the step in doubt fails, and without one every step is marked. */
  hung?: true;
}

/**
 * The part of a flow that runs: to a step, only a step, or from a step on. The latter two use what `earlier`, another
 * execution of the flow, produced before it. A path without numbers of turns means the first turn.
 */
export interface RunPart {
  how: 'to' | 'only' | 'from';
  path: StepPath;
  earlier?: string;
}

export interface Pin {
  /** Names of its containers and its own. */
  place: readonly string[];
  output: unknown;
  branch?: string;
}

/** About a step in doubt: `done` says that it took place, `skip` that the flow goes on as if it were not there. */
export interface Decision {
  path: StepPath;
  what: 'runAgain' | 'skip' | 'done';
  /** What it produced, when it is done. */
  output?: unknown;
}

export type Leave = 'break' | 'stop';

/** An answer to a request. */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Where persisted values live (format.md 2.3); a recursion's cursor is one that no action lists. */
export type StateScope = PersistedScope | 'execution' | 'recursion';

/** The scopes that outlive an execution; `instance` belongs to one flow. */
export type PersistedScope = 'crossFlow' | 'instance' | 'integration';

export type StateValues = Readonly<Record<string, unknown>>;

/** One change of a scope. Appending is a change of its own: a list that grows in a loop is not written again each time. */
export type StateChange =
  | { kind: 'set'; scope: StateScope; key: string; value: unknown }
  | { kind: 'append'; scope: StateScope; key: string; values: readonly unknown[] }
  | { kind: 'remove'; scope: StateScope; key: string }
  | { kind: 'clear'; scope: StateScope };

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface LogLine {
  /** Milliseconds since 1970. */
  at: number;
  level: LogLevel;
  message: string;
  path: StepPath;
}

/** What is told while a run goes on. */
export type Progress = { kind: 'started'; path: StepPath; at: number } | { kind: 'ended'; entry: Entry };

/**
 * What an execution did at one place of the flow, however often it came by: small enough to be sent to the page at
 * every frame and to be read at once, where the journal of a long loop is not.
 */
export interface PlaceSummary {
  /** Names of its containers and its own. */
  place: readonly string[];
  /** How often it was started. */
  runs: number;
  /** `failed` when one of them failed. */
  status: 'running' | Entry['status'];
  /** When the first one started, milliseconds since 1970. */
  startedAt: number;
  /** When the last one ended; absent while one is running. */
  endedAt?: number;
  /** When the one that is running started. */
  runningSince?: number;
  /** Time spent in those that have ended, in milliseconds. */
  ms: number;
  /** Start and end of the first few. */
  spans: readonly Span[];
  /** What the last one produced, where a word or a number says it: a lane's name, the length of a list. */
  result?: string | number;
  failure?: Failure;
}

export interface Span {
  startedAt: number;
  endedAt?: number;
  status: PlaceSummary['status'];
}
