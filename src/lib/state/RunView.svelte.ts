/** One run as screens show it: what is on disk, and what has just happened in this tab. */
import type { Entry, ExecutionStatus, LogLine, PlaceSummary } from '#lib/model/execution.ts';
import { checkDocument } from '#lib/model/check.ts';
import { configValues } from '#lib/model/configValues.ts';
import type { Flow } from '#lib/model/integration.ts';
import { placeKey, type StepPath } from '#lib/model/path.ts';
import { stepHashes } from '#lib/model/staleness.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { LiveQuery } from '#lib/state/LiveQuery.svelte.ts';
import { findEntry, loadExecution, readLog, readSummary } from '#lib/storage/executions.ts';
import type { ExecutionRow, StartRow } from '#lib/storage/rows.ts';

export class RunView {
  readonly id: string;
  readonly #app: App;
  readonly #execution: LiveQuery<{ row: ExecutionRow; start: StartRow } | null>;
  readonly #summary: LiveQuery<readonly PlaceSummary[]>;

  constructor(app: App, id: string) {
    this.id = id;
    this.#app = app;
    this.#execution = new LiveQuery(async () => (await loadExecution(app.database, id)) ?? null);
    this.#summary = new LiveQuery(() => readSummary(app.database, id));
  }

  /** `null` when this run is not in this browser, `undefined` while that is not known. */
  get row(): ExecutionRow | null | undefined {
    const execution = this.#execution.current;
    return execution && execution.row;
  }

  get status(): ExecutionStatus | undefined {
    return this.row?.status;
  }

  readonly #flow = $derived.by((): Flow | undefined => {
    const execution = this.#execution.current;
    if (!execution || checkDocument(execution.start.document).length > 0) return undefined;
    return execution.start.document.flows.find(({ name }) => name === execution.row.flow);
  });

  /** The flow as it was when the run began. */
  get flow(): Flow | undefined {
    return this.#flow;
  }

  readonly #hashes = $derived.by((): ReadonlyMap<string, string> => {
    const start = this.#execution.current?.start;
    return this.flow && start
      ? stepHashes(this.flow, configValues(start.document.configVars, start.config))
      : new Map();
  });

  /** What each step was and depended on, by place: outputs are stale where a document says something else. */
  get hashes(): ReadonlyMap<string, string> {
    return this.#hashes;
  }

  /** Whether what is stored of it cannot be shown. */
  get damaged(): boolean {
    return this.error !== undefined || (Boolean(this.row) && !this.flow);
  }

  /** Why it could not be read. */
  get error(): unknown {
    return this.#execution.error ?? this.#summary.error;
  }

  readonly #places = $derived.by((): ReadonlyMap<string, PlaceSummary> => {
    const live = this.#app.runs.get(this.id)?.places;
    if (live && live.size > 0) return live;
    return new Map((this.#summary.current ?? []).map((place) => [placeKey(place.place), place]));
  });

  /** What it did, place by place, in the order they were first reached. */
  get places(): readonly PlaceSummary[] {
    return [...this.#places.values()];
  }

  /** What it did at a place of the flow, or `undefined` when it never came there. */
  at(place: readonly string[]): PlaceSummary | undefined {
    return this.#places.get(placeKey(place));
  }

  /** What came of the `index`-th time at a place (-1 for the last); `null` when it is not on disk. */
  entry(place: readonly string[], index: number): LiveQuery<Entry | null> {
    return new LiveQuery(async () => (await findEntry(this.#app.database, this.id, place, index)) ?? null);
  }

  /** What was logged at a place. */
  log(place: readonly string[]): LiveQuery<LogLine[]> {
    return new LiveQuery(() => readLog(this.#app.database, this.id, place));
  }

  /** Evaluates inputs of a step as this run would have; with the number of a turn in every loop, of that one. */
  preview(path: StepPath): Preview {
    return this.#app.runtime.preview({ executionId: this.id, path });
  }
}

export type Preview = ReturnType<App['runtime']['preview']>;
