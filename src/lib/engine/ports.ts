/** What the engine needs from its host: a browser worker, Node, or a server (architecture 12). */
import type { StepDefinition } from '#lib/connectors/define.ts';
import type { Entry, LogLevel, Progress } from '#lib/model/execution.ts';
import type { Failure } from '#lib/model/failure.ts';
import type { StepPath } from '#lib/model/path.ts';

/** How a run ended. */
export interface Outcome {
  status: 'succeeded' | 'failed' | 'cancelled';
  /** The last executed step's result, when it succeeded. */
  result?: unknown;
  failure?: Failure;
}

/** What has been done so far. The engine asks before it performs, so resuming is running with a filled journal. */
export interface Journal {
  find: (path: StepPath) => Entry | undefined;
  add: (entry: Entry) => void;
  /** Resolves when everything added is durable. */
  flush: () => Promise<void>;
}

export interface Ports {
  /** The definition of an action; throws `unsupported` when no connector has it. */
  findStep: (connector: string, action: string) => StepDefinition;
  /** Config variable values by key. */
  config: Readonly<Record<string, unknown>>;
  /** Becomes the trigger's result. */
  payload: unknown;
  journal: Journal;
  report: (progress: Progress) => void;
  log: (path: StepPath, level: LogLevel, message: string) => void;
  signal: AbortSignal;
  /** Milliseconds since 1970, with fractions. */
  now: () => number;
  /** Lets other tasks of the thread run. */
  breathe: () => Promise<void>;
}
