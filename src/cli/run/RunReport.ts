/** What a run did, as data for whoever asks with `--json`. */
import type { Outcome } from '#lib/engine/ports.ts';
import type { Entry, LogLevel, Reply } from '#lib/model/execution.ts';
import type { Failure } from '#lib/model/failure.ts';
import { pathKey } from '#lib/model/path.ts';
import type { Execution } from './Execution.ts';
import type { SavedState } from './RunRequest.ts';

export interface RunReport extends ExecutionReport {
  /** Flows that steps started, in the order they were. */
  invoked: InvokedReport[];
  /** Persisted values afterwards. */
  state: SavedState;
}

export interface ExecutionReport {
  flow: string;
  executionId: string;
  outcome: Outcome['status'];
  startedAt: string;
  ms: number;
  /** The last executed step's. */
  result?: unknown;
  failure?: Failure;
  /** What the sender of a request got, where the flow says so itself. */
  response?: Reply;
  /** Steps that failed and were ignored. */
  warnings: number;
  /** In the order they ended. */
  steps: StepReport[];
  logs: LogReport[];
}

export interface InvokedReport extends ExecutionReport {
  calledBy: { executionId: string; path: string; waits: boolean };
}

export interface StepReport {
  path: string;
  status: Entry['status'];
  attempts: number;
  startedAt: string;
  ms: number;
  output?: unknown;
  /** The lane it chose. */
  branch?: string;
  failure?: Failure;
}

export interface LogReport {
  at: string;
  path: string;
  level: LogLevel;
  message: string;
}

/** The first execution is the one that was asked for. */
export function reportOf(executions: readonly Execution[], state: SavedState): RunReport {
  const [first, ...others] = executions.map(executionReport);
  if (!first) throw new Error('Nothing ran.');
  const invoked = others.flatMap((report, index) => {
    const calledBy = executions[index + 1]?.start.calledBy;
    return calledBy ? [{ calledBy: { ...calledBy, path: pathKey(calledBy.path) }, ...report }] : [];
  });
  return { ...first, invoked, state };
}

function executionReport({
  id,
  start,
  startedAt,
  endedAt,
  outcome,
  entries,
  lines,
}: Execution): ExecutionReport {
  const { status, result, failure, response, warnings = 0 } = outcome;
  return {
    flow: start.flow.name,
    executionId: id,
    outcome: status,
    startedAt: isoText(startedAt),
    ms: rounded(endedAt - startedAt),
    result,
    failure,
    response,
    warnings,
    steps: entries.map(stepReport),
    logs: lines.map(({ at, path, level, message }) => ({
      at: isoText(at),
      path: pathKey(path),
      level,
      message,
    })),
  };
}

function stepReport({
  path,
  status,
  startedAt,
  endedAt,
  output,
  branch,
  failure,
  earlier = [],
}: Entry): StepReport {
  return {
    path: pathKey(path),
    status,
    attempts: earlier.length + 1,
    startedAt: isoText(startedAt),
    ms: rounded(endedAt - startedAt),
    output,
    branch,
    failure,
  };
}

function isoText(ms: number): string {
  return new Date(ms).toISOString();
}

/** To microseconds. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
