/** Runs executions by their id: everything they need is in the database. Lives in a worker. */
import { configValues } from '#lib/engine/config.ts';
import { triggerPayload } from '#lib/engine/payload.ts';
import type { Ports } from '#lib/engine/ports.ts';
import { run } from '#lib/engine/run.ts';
import { FailureError, toFailure, type Failure } from '#lib/model/failure.ts';
import type { ExecutionStatus, PlaceSummary, Progress } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import { findStep } from '#lib/runtime/findStep.ts';
import { withRunLock } from '#lib/runtime/lock.ts';
import { Recorder } from '#lib/runtime/Recorder.ts';
import { Reporter } from '#lib/runtime/Reporter.ts';
import { Summary } from '#lib/runtime/Summary.ts';
import type { Database } from '#lib/storage/database.ts';
import { addPages, loadExecution, updateExecution } from '#lib/storage/executions.ts';
import type { ExecutionRow, StartRow } from '#lib/storage/rows.ts';

export interface Ended {
  status: ExecutionStatus;
  failure?: Failure;
}

/** Told of the places that changed; at most once a frame. */
export type Report = (changed: PlaceSummary[]) => void;

export class Runtime {
  readonly #database: Database;
  readonly #running = new Map<string, AbortController>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Runs an execution that was written down; resolves when its row says how it ended. Never rejects. */
  async run(executionId: string, report: Report): Promise<Ended> {
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

  async #execute(executionId: string, report: Report, signal: AbortSignal): Promise<Ended> {
    const execution = await loadExecution(this.#database, executionId);
    if (!execution) throw new FailureError({ code: 'internal', message: 'This run is no longer stored.' });
    await updateExecution(this.#database, executionId, { status: 'running' });
    const { times, ...ended } = await this.#runFlow(execution, report, signal);
    await updateExecution(this.#database, executionId, { ...ended, ...times });
    return ended;
  }

  async #runFlow(
    execution: Execution,
    report: Report,
    signal: AbortSignal,
  ): Promise<Ended & { times: Times }> {
    const flow = flowOf(execution);
    const summary = new Summary();
    const reporter = new Reporter(() => report(summary.takeChanged()));
    const told = (progress: Progress) => {
      summary.add(progress);
      reporter.soon();
    };
    const recorder = new Recorder(
      (page, content) => addPages(this.#database, execution.row.id, page, content),
      () => summary.all(),
    );
    const { status, failure } = await run(flow, {
      ...portsOf(execution, flow, recorder),
      report: told,
      signal,
    });
    reporter.now();
    return { status, ...(failure && { failure }), times: timesOf(summary.all()) };
  }
}

interface Times {
  startedAt: number;
  endedAt: number;
}

/** Those of the steps: loading the worker before them and writing the last page after them are no part of the run. */
function timesOf(places: readonly PlaceSummary[]): Times {
  const startedAt = places[0]?.startedAt ?? now();
  return { startedAt, endedAt: places.reduce((last, { endedAt = 0 }) => Math.max(last, endedAt), startedAt) };
}

interface Execution {
  row: ExecutionRow;
  start: StartRow;
}

/** What the engine gets besides the ways to report and to stop. */
function portsOf(
  { row, start }: Execution,
  flow: Flow,
  recorder: Recorder,
): Omit<Ports, 'report' | 'signal'> {
  const facts = {
    executionId: row.id,
    integration: { id: row.integrationId, name: start.document.name },
    flow: { id: flow.name, name: flow.name },
    startedAt: new Date(row.startedAt).toISOString(),
  };
  return {
    findStep,
    config: configValues(start.document.configVars, start.config),
    payload: triggerPayload(start.payload, facts),
    journal: recorder,
    log: (path, level, message) => recorder.log({ at: now(), path, level, message }),
    now,
    breathe: async () => {
      await recorder.catchUp();
      await nextTask();
    },
  };
}

function flowOf({ row, start }: Execution): Flow {
  const flow = start.document.flows.find(({ name }) => name === row.flow);
  if (flow) return flow;
  throw new FailureError({ code: 'internal', message: `There is no flow “${row.flow}” in this run.` });
}

/** Milliseconds since 1970, with fractions. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

/** A message to oneself: unlike a timer it is not delayed when nested. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
