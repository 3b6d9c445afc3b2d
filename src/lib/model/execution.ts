/** What an execution leaves behind: entries of its journal and lines of its log. */
import type { Failure } from '#lib/model/failure.ts';
import type { StepPath } from '#lib/model/path.ts';

export type ExecutionStatus =
  'queued' | 'running' | 'succeeded' | 'warning' | 'failed' | 'cancelled' | 'interrupted';

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

/** What is told while a run goes on; outputs are read from the journal, not from here. */
export type Progress =
  { kind: 'started'; path: StepPath; at: number } | { kind: 'ended'; entry: Omit<Entry, 'output'> };
