/** One run as screens show it: what is on disk, and what has just happened in this tab. */
import type { ExecutionStatus, LogLine } from '#lib/model/execution.ts';
import { pathKey, placeKey } from '#lib/model/path.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { LiveQuery } from '#lib/state/LiveQuery.svelte.ts';
import type { StepRun } from '#lib/state/LiveRun.svelte.ts';
import { loadExecution, readJournal, readLog, type ExecutionRow, type StartRow } from '#lib/storage/executions.ts';

export class RunView {
  readonly id: string;
  readonly #app: App;
  readonly #execution: LiveQuery<{ row: ExecutionRow; start: StartRow } | null>;
  readonly #journal: LiveQuery<StepRun[]>;
  readonly #log: LiveQuery<LogLine[]>;

  constructor(app: App, id: string) {
    this.id = id;
    this.#app = app;
    this.#execution = new LiveQuery(async () => (await loadExecution(app.database, id)) ?? null);
    this.#journal = new LiveQuery(() => readJournal(app.database, id));
    this.#log = new LiveQuery(() => readLog(app.database, id));
  }

  /** `null` when this run is not in this browser, `undefined` while that is not known. */
  get row(): ExecutionRow | null | undefined {
    const execution = this.#execution.current;
    return execution && execution.row;
  }

  /** The document as it was when the run began. */
  get start(): StartRow | undefined {
    return this.#execution.current?.start;
  }

  get status(): ExecutionStatus | undefined {
    return this.row?.status;
  }

  get log(): readonly LogLine[] {
    return this.#log.current ?? [];
  }

  get error(): unknown {
    return this.#execution.error ?? this.#journal.error ?? this.#log.error;
  }

  readonly #steps = $derived.by(() => {
    const live = this.#app.runs.get(this.id)?.steps ?? new Map<string, StepRun>();
    const stored = (this.#journal.current ?? []).map((step) => [pathKey(step.path), step] as const);
    return [...new Map([...live, ...stored]).values()].sort((a, b) => a.startedAt - b.startedAt);
  });

  readonly #byPlace = $derived.by(() => Map.groupBy(this.#steps, (step) => placeKey(step.path)));

  /** Every executed step in the order they started. */
  get steps(): readonly StepRun[] {
    return this.#steps;
  }

  /** The executions of the step at a place of the flow: one, or one for each iteration. */
  at(path: readonly string[]): readonly StepRun[] {
    return this.#byPlace.get(placeKey(path)) ?? [];
  }
}
