/** One execution of a flow while it runs, and what it leaves behind. */
import type { Journal, Outcome } from '#lib/engine/ports.ts';
import type { Entry, LogLevel, LogLine } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import type { StepPath } from '#lib/model/path.ts';
import type { SavedPayload } from '#lib/model/payload.ts';

/** What an execution is started with. */
export interface Start {
  flow: Flow;
  payload: SavedPayload;
  /** How many flows wait for this one, and how many started one another before it. */
  depth: number;
  chain: number;
  calledBy?: Caller;
}

/** The step that started it. */
export interface Caller {
  executionId: string;
  path: StepPath;
  waits: boolean;
}

export class Execution {
  readonly id: string;
  readonly start: Start;
  readonly startedAt: number;
  readonly entries: Entry[] = [];
  readonly lines: LogLine[] = [];
  endedAt: number;
  /** As it may be shown. */
  outcome: Outcome = { status: 'cancelled' };
  /** As a flow that waits for it gets it. */
  result: Outcome | undefined;

  constructor(id: string, start: Start, startedAt: number) {
    this.id = id;
    this.start = start;
    this.startedAt = startedAt;
    this.endedAt = startedAt;
  }

  /** In memory: nothing of it has to outlive the process. */
  get journal(): Journal {
    return {
      begin: () => undefined,
      add: (entry) => this.entries.push(entry),
      flush: () => Promise.resolve(),
      load: () => Promise.resolve(undefined),
    };
  }

  log(at: number, path: StepPath, level: LogLevel, message: string): void {
    this.lines.push({ at, path, level, message });
  }
}
