/** What the designer shows: one integration, the flow, step and run its address names. */
import { createContext } from 'svelte';
import { checkDocument } from '#lib/model/check.ts';
import { placedSteps, type PlacedStep } from '#lib/model/flow.ts';
import type { Flow, Integration, Step } from '#lib/model/integration.ts';
import { referenceName, slug } from '#lib/model/name.ts';
import type { Problem } from '#lib/model/problem.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { LiveQuery } from '#lib/state/LiveQuery.svelte.ts';
import { RunView } from '#lib/state/RunView.svelte.ts';
import { startRun } from '#lib/state/startRun.ts';
import { getDraft } from '#lib/storage/drafts.ts';
import { listExecutions } from '#lib/storage/executions.ts';
import { dismissNextMove, getIntegration } from '#lib/storage/integrations.ts';
import type { DraftRow, ExecutionRow, IntegrationRow } from '#lib/storage/rows.ts';

/** Runs listed in the runner. */
const LISTED_RUNS = 50;

/** The part of the address that is state: `?flow=…&step=…&run=…`. */
export interface Address {
  get: (key: AddressKey) => string | null;
  set: (changes: Partial<Record<AddressKey, string | null>>) => void;
}

export type AddressKey = 'flow' | 'step' | 'run';

export class DesignerState {
  readonly id: string;
  readonly #app: App;
  readonly #address: Address;
  readonly #row: LiveQuery<IntegrationRow | null>;
  readonly #draft: LiveQuery<DraftRow | null>;
  readonly #runs: LiveQuery<ExecutionRow[]>;
  /** Whether the test payload is open for editing. */
  editsPayload = $state(false);
  /** Why the last press on Run did nothing. */
  startError = $state.raw<Error>();

  constructor(app: App, id: string, address: Address) {
    this.id = id;
    this.#app = app;
    this.#address = address;
    this.#row = new LiveQuery(async () => (await getIntegration(app.database, id)) ?? null);
    this.#draft = new LiveQuery(async () => (await getDraft(app.database, id)) ?? null);
    this.#runs = new LiveQuery(() => listExecutions(app.database, id, LISTED_RUNS));
  }

  /** `null` when it is not in this browser, `undefined` while that is not known. */
  get row(): IntegrationRow | null | undefined {
    return this.#row.current;
  }

  readonly #problems = $derived.by((): Problem[] => {
    const draft = this.#draft.current;
    return draft === undefined ? [] : checkDocument(draft?.document);
  });

  /** What is wrong with the stored draft; with any, there is no document to show. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get document(): Integration | undefined {
    return this.problems.length === 0 ? this.#draft.current?.document : undefined;
  }

  get error(): unknown {
    return this.#row.error ?? this.#draft.error ?? this.#runs.error;
  }

  /** The flow the address names, else the first. */
  get flow(): Flow | undefined {
    const flows = this.document?.flows ?? [];
    return flows.find(({ name }) => slug(name) === this.#address.get('flow')) ?? flows[0];
  }

  /** The tab of the shown flow: its place among the flows, as text. */
  get flowTab(): string {
    return String(this.flow ? (this.document?.flows.indexOf(this.flow) ?? 0) : 0);
  }

  // Derived, not computed at each call: who holds a step must not see another object at every frame of a run.
  readonly #placed = $derived.by(() => (this.flow ? placedSteps(this.flow) : []));

  /** The steps of the shown flow. */
  get placed(): readonly PlacedStep[] {
    return this.#placed;
  }

  /** Runs of the shown flow, newest first. */
  get runs(): readonly ExecutionRow[] {
    return (this.#runs.current ?? []).filter(({ flow }) => flow === this.flow?.name);
  }

  readonly #runId = $derived.by(() => this.#address.get('run') ?? this.runs[0]?.id);
  readonly #run = $derived.by(() => (this.#runId ? new RunView(this.#app, this.#runId) : undefined));

  /** The run the address names, else the last one of the flow. */
  get run(): RunView | undefined {
    return this.#run;
  }

  get running(): boolean {
    return this.run?.status === 'running' || this.run?.status === 'queued';
  }

  /** Reference name of the step the address names. */
  get selected(): string | undefined {
    return this.#address.get('step') ?? undefined;
  }

  /** The steps of a run are those of its own document: the draft may have changed since. */
  readonly #ranSteps = $derived.by(() => (this.run?.flow ? placedSteps(this.run.flow) : this.placed));

  readonly #shown = $derived.by((): PlacedStep | undefined => {
    const steps = this.#ranSteps;
    const named = (key: string | undefined) => steps.find(({ step }) => this.keyOf(step) === key);
    const failed = this.run?.row?.failure?.step;
    const last = steps.filter(({ path, step }) => !step.steps && !step.branches && this.run?.at(path)).at(-1);
    return named(this.selected) ?? named(failed && referenceName(failed)) ?? last;
  });

  /** The step whose output is shown: the selected one, else where the run failed, else the last one that ran. */
  get shown(): PlacedStep | undefined {
    return this.#shown;
  }

  /** How addresses and references name a step. */
  keyOf(step: Step): string {
    return referenceName(step.name);
  }

  /** The lane the shown run took at a branch. */
  laneTaken(path: readonly string[]): string | undefined {
    const lane = this.run?.at(path)?.result;
    return typeof lane === 'string' ? lane : undefined;
  }

  select(key: string): void {
    this.#address.set({ step: key });
  }

  showFlow(flow: Flow): void {
    this.#address.set({ flow: slug(flow.name), step: null, run: null });
  }

  showRun(id: string): void {
    this.#address.set({ run: id });
  }

  /** Starts a test run of the shown flow and shows it. */
  async start(): Promise<void> {
    const { document, flow } = this;
    if (!document || !flow || this.running) return;
    try {
      this.startError = undefined;
      this.showRun(await startRun(this.#app, { integrationId: this.id, document, flow: flow.name }));
    } catch (thrown) {
      this.startError = thrown instanceof Error ? thrown : new Error(String(thrown));
    }
  }

  /** What to try next, once a run has succeeded. */
  get nextMove(): string | undefined {
    return this.run?.status === 'succeeded' ? this.row?.nextMove : undefined;
  }

  async dismissNextMove(): Promise<void> {
    await dismissNextMove(this.#app.database, this.id);
  }

  async stop(): Promise<void> {
    if (this.run) await this.#app.runtime.cancel(this.run.id);
  }
}

export const [getDesigner, setDesigner] = createContext<DesignerState>();
