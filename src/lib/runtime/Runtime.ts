/** Runs executions by their id: everything they need is in the database. Lives in a worker. */
import type { Calculation, FlowAnswer, FlowCall, Outcome } from '#lib/engine/ports.ts';
import { run } from '#lib/engine/run.ts';
import { FailureError, toFailure, type Failure } from '#lib/model/failure.ts';
import type { Entry, ExecutionStatus, JournalStart, PlaceSummary, Progress } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import { Calculator } from '#lib/runtime/calculate/Calculator.ts';
import { calledExecution } from '#lib/runtime/calledExecution.ts';
import { withRunLock } from '#lib/runtime/lock.ts';
import { maskPorts } from '#lib/runtime/maskPorts.ts';
import { partStart } from '#lib/runtime/partStart.ts';
import { now } from '#lib/runtime/clock.ts';
import { portsOf, type Execution } from '#lib/runtime/portsOf.ts';
import { Recorder } from '#lib/runtime/Recorder.ts';
import { Reporter } from '#lib/runtime/Reporter.ts';
import type { CodeSession } from '#lib/runtime/sandbox/Sandbox.ts';
import { Summary } from '#lib/model/Summary.ts';
import type { Database } from '#lib/storage/database.ts';
import {
  addCalled,
  addPages,
  endExecution,
  loadExecution,
  readJournal,
  readOutput,
  updateExecution,
} from '#lib/storage/executions.ts';
import { beginPart } from '#lib/storage/parts.ts';
import { loadState, stateRows } from '#lib/storage/state.ts';
import { Mask } from '#lib/vault/Mask.ts';

export interface Ended {
  status: ExecutionStatus;
  failure?: Failure;
}

/** Where the runtime has work done that must not stop it. */
export interface Threads {
  /** What runs the user's code, for one execution. */
  openCode?: (flow: Flow) => CodeSession;
  calculator?: Calculator;
}

/** Told of the places that changed; at most once a frame. */
export type Report = (changed: PlaceSummary[]) => void;

export class Runtime {
  readonly #database: Database;
  readonly #openCode: (flow: Flow) => CodeSession;
  readonly #calculator: Calculator;
  readonly #running = new Map<string, AbortController>();

  /** Without what runs the user's code, or calculates, steps that need it fail and say so. */
  constructor(database: Database, { openCode = () => noCode, calculator = noCalculator }: Threads = {}) {
    this.#database = database;
    this.#openCode = openCode;
    this.#calculator = calculator;
  }

  /**
   * Runs an execution that was written down, or goes on with one that was cut off; resolves when its row says how it
   * ended. Never rejects.
   */
  async run(executionId: string, report: Report): Promise<Ended> {
    const { status, failure, warnings } = await this.#run(executionId, report);
    return { status: status === 'succeeded' && warnings ? 'warning' : status, ...(failure && { failure }) };
  }

  /** Stops a run at its next step; nothing happens when it is not running here. */
  cancel(executionId: string): void {
    this.#running.get(executionId)?.abort();
  }

  /** Flows that call each other share a mask: what one of them opened, another may be handed. */
  async #run(executionId: string, report: Report, mask = new Mask()): Promise<Outcome> {
    const stop = new AbortController();
    this.#running.set(executionId, stop);
    try {
      return await withRunLock(executionId, () => this.#execute(executionId, { report, mask }, stop.signal));
    } catch (thrown) {
      return { status: 'failed', failure: toFailure(thrown) };
    } finally {
      this.#running.delete(executionId);
    }
  }

  async #execute(
    executionId: string,
    { report, mask }: Omit<Telling, 'summary'>,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const execution = await loadExecution(this.#database, executionId);
    if (!execution) throw new FailureError({ code: 'internal', message: 'This run is no longer stored.' });
    const { status, failure } = execution.row;
    // It has ended while somebody waited for its lock; one that succeeded is only read again, for its result.
    if (status === 'failed' || status === 'cancelled') return { status, failure };
    await updateExecution(this.#database, executionId, { status: 'running' });
    const summary = new Summary();
    const outcome = await this.#runFlow(execution, { summary, report, mask }, signal);
    await this.#end(execution, mask.data(outcome), timesOf(summary.all()));
    // What a flow that waits gets as a result is no text on paper.
    return { ...outcome, failure: mask.data(outcome.failure) };
  }

  async #runFlow(
    execution: Execution,
    { summary, report, mask }: Telling,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { row } = execution;
    const database = this.#database;
    const flow = flowOf(execution);
    const journal = await this.#journalStart(execution, flow);
    const { entries, marks, pages } = await readJournal(this.#database, row.id);
    entries.forEach((entry) => tellAgain(summary, entry));
    const reporter = new Reporter(() => report(summary.takeChanged()));
    const told = (progress: Progress) => {
      summary.add(progress);
      reporter.soon();
    };
    const recorder = new Recorder(
      (page, content) => addPages(this.#database, row.id, page, content),
      () => summary.all(),
      { pages, load: (key) => readOutput(this.#database, row.id, key) },
    );
    const state = await loadState(this.#database, row.integrationId, row.flow);
    const code = this.#openCode(flow);
    const ports = {
      ...portsOf(execution, flow, { database, recorder, mask }),
      start: {
        ...journal,
        entries: [...(journal?.entries ?? []), ...entries],
        marks: [...(journal?.marks ?? []), ...marks],
      },
      state,
      code,
      calculate: (call: Calculation) => this.#calculator.calculate(call),
      invoke: (call: FlowCall, waiting: AbortSignal) => this.#invoke(execution, call, mask, waiting),
      report: told,
      signal,
    };
    const outcome = await run(flow, maskPorts(ports, mask));
    code.close();
    reporter.now();
    return outcome;
  }

  /** That of a part is written down before anything runs: after a crash it goes on with the same. */
  async #journalStart({ row, start }: Execution, flow: Flow): Promise<JournalStart | undefined> {
    if (!start.part) return start.journal;
    const part = await partStart(this.#database, row.id, flow, start.part);
    const entries = [...part.entries, ...(start.journal?.entries ?? [])];
    const journal = { ...part, ...start.journal, entries };
    await beginPart(this.#database, row.id, journal);
    return journal;
  }

  /** One that ended before and was only asked for again has saved its values already. */
  async #end({ row }: Execution, { status, failure, warnings, state }: Outcome, times: Times): Promise<void> {
    const ended = row.status === 'succeeded' || row.status === 'warning';
    const rows = state && !ended ? stateRows(row.integrationId, row.flow, state, now()) : [];
    const shown = status === 'succeeded' && warnings ? ('warning' as const) : status;
    await endExecution(this.#database, row.id, { status: shown, failure, ...times }, rows);
  }

  /** Runs another flow as an execution of its own; it is stopped with the one that waits for it. */
  async #invoke(caller: Execution, call: FlowCall, mask: Mask, signal: AbortSignal): Promise<FlowAnswer> {
    const covered = { ...call, payload: mask.data(call.payload) };
    const { row, start } = await calledExecution(caller, covered, now());
    await addCalled(this.#database, row, start);
    const ended = this.#run(row.id, () => undefined, mask);
    if (!call.waits) return { executionId: row.id };
    const stop = () => this.cancel(row.id);
    signal.addEventListener('abort', stop);
    const outcome = await ended;
    signal.removeEventListener('abort', stop);
    return { executionId: row.id, outcome };
  }
}

/** What a run is told to, and what it must not tell. */
interface Telling {
  summary: Summary;
  report: Report;
  mask: Mask;
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

/** What was done before is part of the picture; what failed runs again and speaks for itself. */
function tellAgain(summary: Summary, entry: Entry): void {
  if (entry.status === 'failed') return;
  summary.add({ kind: 'started', path: entry.path, at: entry.startedAt });
  summary.add({ kind: 'ended', entry });
}

function flowOf({ row, start }: Execution): Flow {
  const flow = start.document.flows.find(({ name }) => name === row.flow);
  if (flow) return flow;
  throw new FailureError({ code: 'internal', message: `There is no flow “${row.flow}” in this run.` });
}

const noCode: CodeSession = {
  call: () => Promise.reject(new FailureError({ code: 'unsupported', message: 'Code cannot run here.' })),
  close: () => undefined,
};

const noCalculator = new Calculator(() => {
  throw new FailureError({ code: 'unsupported', message: 'Nothing can be calculated here.' });
});
