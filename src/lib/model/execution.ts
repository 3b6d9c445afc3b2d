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
  status: 'succeeded' | 'failed';
  startedAt: number;
  endedAt: number;
  output?: unknown;
  failure?: Failure;
}

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
