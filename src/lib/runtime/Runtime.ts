/** Runs executions by their id: everything they need is in the database. Lives in a worker. */
import { configValues } from '#lib/engine/config.ts';
import { triggerPayload } from '#lib/engine/payload.ts';
import type { Outcome, Ports } from '#lib/engine/ports.ts';
import { run } from '#lib/engine/run.ts';
import { FailureError, toFailure, type Failure } from '#lib/model/failure.ts';
import type { ExecutionStatus, LogLevel, Progress } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import type { StepPath } from '#lib/model/path.ts';
import { findStep } from '#lib/runtime/findStep.ts';
import { Recorder } from '#lib/runtime/Recorder.ts';
import { withRunLock } from '#lib/runtime/lock.ts';
import type { Database } from '#lib/storage/database.ts';
import { addPages, loadExecution, updateExecution, type ExecutionRow, type StartRow } from '#lib/storage/executions.ts';

export interface Ended {
  status: ExecutionStatus;
  failure?: Failure;
}

export class Runtime {
  readonly #database: Database;
  readonly #running = new Map<string, AbortController>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Runs an execution that was written down; resolves when its row says how it ended. Never rejects. */
  async run(executionId: string, report: (progress: Progress) => void): Promise<Ended> {
    const stop = new AbortController();
    this.#running.set(executionId, stop);
    try {
      return await withRunLock(executionId, () => this.#execute(executionId, report, stop.signal));
    } catch (thrown) {
      return { status: 'failed', failure: toFailure(thrown) };
    } finally {
      this.#running.delete(executionId);
    }
  }

  /** Stops a run at its next step; nothing happens when it is not running here. */
  cancel(executionId: string): void {
    this.#running.get(executionId)?.abort();
  }

  async #execute(
    executionId: string,
    report: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Ended> {
    const ended = await this.#outcome(executionId, report, signal).catch(
      (thrown: unknown): Ended => ({ status: 'failed', failure: toFailure(thrown) }),
    );
    await updateExecution(this.#database, executionId, { ...ended, endedAt: Date.now() });
    return ended;
  }

  async #outcome(executionId: string, report: (progress: Progress) => void, signal: AbortSignal): Promise<Ended> {
    const execution = await loadExecution(this.#database, executionId);
    if (!execution) throw new FailureError({ code: 'internal', message: 'This run is no longer stored.' });
    const flow = flowOf(execution.row, execution.start);
    await updateExecution(this.#database, executionId, { status: 'running' });
    const { status, failure }: Outcome = await run(flow, this.#ports(execution, flow, report, signal));
    return failure ? { status, failure } : { status };
  }

  #ports(
    { row, start }: { row: ExecutionRow; start: StartRow },
    flow: Flow,
    report: (progress: Progress) => void,
    signal: AbortSignal,
  ): Ports {
    const recorder = new Recorder((...page) => addPages(this.#database, row.id, ...page));
    return {
      findStep,
      config: configValues(start.document.configVars, start.config),
      payload: triggerPayload(start.payload, {
        executionId: row.id,
        integration: { id: row.integrationId, name: start.document.name },
        flow: { id: flow.name, name: flow.name },
        startedAt: new Date(row.startedAt).toISOString(),
      }),
      journal: recorder,
      report,
      log: (path: StepPath, level: LogLevel, message: string) =>
        recorder.log({ at: Date.now(), path, level, message }),
      signal,
      now: () => performance.timeOrigin + performance.now(),
      breathe,
    };
  }
}

function flowOf(row: ExecutionRow, start: StartRow): Flow {
  const flow = start.document.flows.find(({ name }) => name === row.flow);
  if (flow) return flow;
  throw new FailureError({ code: 'internal', message: `There is no flow “${row.flow}” in this run.` });
}

/** A message to oneself: unlike a timer it is not delayed when nested. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
