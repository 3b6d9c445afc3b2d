/** What the designer shows: one integration, the flow, step and run its address names. */
import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { YamlPanel } from '#lib/builder/YamlPanel.svelte.ts';
import { isOpen, type RunPart } from '#lib/model/execution.ts';
import { configValues } from '#lib/model/configValues.ts';
import { holdsSteps, placedSteps, type PlacedStep } from '#lib/model/flow.ts';
import type { Flow, Integration, Step } from '#lib/model/integration.ts';
import { referenceName, slugs } from '#lib/model/name.ts';
import { placeKey } from '#lib/model/path.ts';
import type { SavedPayload } from '#lib/model/payload.ts';
import type { Problem } from '#lib/model/problem.ts';
import { isStale, stepHashes } from '#lib/model/staleness.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { closeDraft, openDraft, type Draft } from '#lib/state/Draft.svelte.ts';
import { LiveQuery } from '#lib/state/LiveQuery.svelte.ts';
import { RunView } from '#lib/state/RunView.svelte.ts';
import { startRun } from '#lib/state/startRun.ts';
import { testConfiguration } from '#lib/storage/configurations.ts';
import { listExecutions } from '#lib/storage/executions.ts';
import { dismissNextMove, getIntegration } from '#lib/storage/integrations.ts';
import type { ExecutionRow, IntegrationRow } from '#lib/storage/rows.ts';

/** Runs listed in the runner. */
const LISTED_RUNS = 50;

/** The part of the address that is state: `?flow=…&step=…&run=…&panel=…`. */
export interface Address {
  get: (key: AddressKey) => string | null;
  set: (changes: Partial<Record<AddressKey, string | null>>) => void;
}

/** A test payload as somebody types it. */
export type TypedPayload = Pick<SavedPayload, 'body' | 'contentType'>;

export type AddressKey = 'flow' | 'step' | 'run' | 'panel';

/** The drawers (ux.md 1.4); one at a time is open. */
export type Panel = 'yaml';

export class DesignerState {
  readonly id: string;
  readonly #app: App;
  readonly #address: Address;
  readonly #row: LiveQuery<IntegrationRow | null>;
  readonly #configuration: LiveQuery<Readonly<Record<string, unknown>>>;
  readonly draft: Draft;
  readonly yaml: YamlPanel;
  /** Whether the runner is unfolded; on a phone it covers the flow. */
  runnerOpen = $state(false);
  /** Whether the test payload is open for editing. */
  editsPayload = $state(false);
  editsConfiguration = $state(false);
  /** What was typed there and not saved, by flow; it survives closing the dialog. */
  readonly unsavedPayloads = new SvelteMap<string, TypedPayload>();
  /** Why the last press on Run did nothing. */
  startError = $state.raw<Error>();
  #starting = $state(false);
  #left = false;

  constructor(app: App, id: string, address: Address) {
    this.id = id;
    this.#app = app;
    this.#address = address;
    this.#row = new LiveQuery(async () => (await getIntegration(app.database, id)) ?? null);
    this.#configuration = new LiveQuery(() => testConfiguration(app.database, id));
    this.draft = openDraft(app, id);
    this.yaml = new YamlPanel(this.draft);
  }

  /** `null` when it is not in this browser, `undefined` while that is not known. */
  get row(): IntegrationRow | null | undefined {
    return this.#row.current;
  }

  /** The name it has or, until that is on disk, will have. */
  get name(): string | undefined {
    return this.document?.name ?? this.row?.name;
  }

  /** What is wrong with the stored draft; with any, there is no document to show. */
  get problems(): readonly Problem[] {
    return this.draft.problems;
  }

  get document(): Integration | undefined {
    return this.draft.document;
  }

  get error(): unknown {
    return this.#row.error ?? this.draft.error ?? this.#runs?.error;
  }

  get flows(): readonly Flow[] {
    return this.document?.flows ?? [];
  }

  readonly #slugs = $derived.by(() => slugs(this.flows.map(({ name }) => name)));

  /** The place among the flows of the one the address names, else of the one its run is of, else of the first. */
  get flowIndex(): number {
    const named = this.#slugs.indexOf(this.#address.get('flow') ?? '');
    const ran = this.flows.findIndex(({ name }) => name === this.#namedRun?.row?.flow);
    return named >= 0 ? named : Math.max(ran, 0);
  }

  get flow(): Flow | undefined {
    return this.flows[this.flowIndex];
  }

  // Derived, not computed at each call: who holds a step must not see another object at every frame of a run.
  readonly #placed = $derived.by(() => (this.flow ? placedSteps(this.flow) : []));

  /** The steps of the shown flow. */
  get placed(): readonly PlacedStep[] {
    return this.#placed;
  }

  readonly #flowName = $derived.by(() => this.flow?.name);
  readonly #runs = $derived.by(() => {
    const name = this.#flowName;
    if (name === undefined) return undefined;
    return new LiveQuery(() => listExecutions(this.#app.database, this.id, name, LISTED_RUNS));
  });

  /** Runs of the shown flow, newest first. */
  get runs(): readonly ExecutionRow[] {
    return this.#runs?.current ?? [];
  }

  readonly #namedId = $derived.by(() => this.#address.get('run'));
  readonly #namedRun = $derived.by(() => (this.#namedId ? new RunView(this.#app, this.#namedId) : undefined));
  readonly #latestId = $derived.by(() => this.runs[0]?.id);
  readonly #latestRun = $derived.by(() =>
    this.#latestId ? new RunView(this.#app, this.#latestId) : undefined,
  );

  /** The run the address names, else (also when that is not in this browser) the last one of the flow. */
  get run(): RunView | undefined {
    return this.#namedRun && this.#namedRun.row !== null ? this.#namedRun : this.#latestRun;
  }

  get running(): boolean {
    return this.#starting || isOpen(this.run?.status);
  }

  /** The run that goes on, when it goes on in another tab. */
  get runElsewhere(): string | undefined {
    const { run } = this;
    return run && isOpen(run.status) && !this.#app.runs.has(run.id) ? run.id : undefined;
  }

  /** Reference name of the step the address names. */
  get selected(): string | undefined {
    return this.#address.get('step') ?? undefined;
  }

  // The steps of a run are those of its own document: the draft may have changed since.
  readonly #ranSteps = $derived.by(() => (this.run?.flow ? placedSteps(this.run.flow) : this.placed));

  /** The steps of the shown run, else of the flow. */
  get ranSteps(): readonly PlacedStep[] {
    return this.#ranSteps;
  }

  readonly #hashes = $derived.by(() =>
    this.flow
      ? stepHashes(this.flow, configValues(this.document?.configVars ?? [], this.#configuration.current))
      : undefined,
  );

  /** Whether a step of the shown run, or something it gets values from, is not what it is in the draft. */
  isStale(path: readonly string[]): boolean {
    const hash = this.run?.hashes.get(placeKey(path));
    return hash !== undefined && this.#hashes !== undefined && isStale({ hash }, path, this.#hashes);
  }

  readonly #shown = $derived.by((): PlacedStep | undefined => {
    const steps = this.#ranSteps;
    const failed = this.run?.row?.failure?.step;
    const last = steps.findLast(({ path, step }) => !holdsSteps(step) && this.run?.at(path));
    return (
      steps.find(({ step }) => this.keyOf(step) === this.selected) ??
      steps.find(({ step }) => step.name === failed) ??
      last
    );
  });

  /** The step whose output is shown: the selected one, else where the run failed, else the last one that ran. */
  get shown(): PlacedStep | undefined {
    return this.#shown;
  }

  /** How addresses name a step: as references do, or by its own name where that leaves nothing. */
  keyOf(step: Step): string {
    return referenceName(step.name) || step.name;
  }

  /** The lane the shown run took at a branch. */
  laneTaken(path: readonly string[]): string | undefined {
    const lane = this.run?.at(path)?.result;
    return typeof lane === 'string' ? lane : undefined;
  }

  select(step: Step): void {
    this.#address.set({ step: this.keyOf(step) });
  }

  showFlow(index: number): void {
    this.#address.set({ flow: this.#slugs[index] ?? null, step: null, run: null });
  }

  showRun(id: string): void {
    this.#address.set({ run: id });
  }

  /** The open drawer. */
  get panel(): Panel | undefined {
    return this.#address.get('panel') === 'yaml' ? 'yaml' : undefined;
  }

  showPanel(panel: Panel | undefined): void {
    this.#address.set({ panel: panel ?? null });
  }

  /** Why a part of the flow cannot be run now; `undefined` when it can. */
  whyNoPart(how: RunPart['how']): string | undefined {
    if (this.running) return 'A run is under way';
    return how === 'to' || this.run ? undefined : 'Run the flow first';
  }

  /** Starts a test run of a part of the flow; what comes before it is taken from the shown run. */
  async startPart(how: RunPart['how'], path: readonly string[]): Promise<void> {
    if (this.whyNoPart(how) !== undefined) return;
    const earlier = this.run && how !== 'to' ? { earlier: this.run.id } : {};
    await this.start({ how, path, ...earlier });
  }

  /** Starts a test run of the shown flow, or of a part of it, and shows it. */
  async start(part?: RunPart): Promise<void> {
    const { document, flow } = this;
    if (!document || !flow || this.running) return;
    this.#starting = true;
    this.startError = undefined;
    try {
      const { executionId, ended } = await startRun(this.#app, {
        integrationId: this.id,
        document,
        flow: flow.name,
        part,
      });
      if (!this.#left) this.showRun(executionId);
      void ended.then(() => this.#letGo(executionId));
    } catch (thrown) {
      this.startError = thrown instanceof Error ? thrown : new Error(String(thrown));
    }
    this.#starting = false;
  }

  /** A selection made for an earlier run must not hide what this one did. */
  #letGo(executionId: string): void {
    if (this.#left || this.run?.id !== executionId || !this.selected || !this.shown) return;
    if (!this.run.at(this.shown.path)) this.#address.set({ step: null });
  }

  stop(): void {
    if (this.run) this.#app.runtime.cancel(this.run.id);
  }

  /** Marks a run of another tab as interrupted should that tab die; until `signal` says that nobody looks any more. */
  async followElsewhere(executionId: string, signal: AbortSignal): Promise<void> {
    await this.#app.runtime.follow(executionId, signal).catch(() => undefined);
  }

  /** The page is gone: what is still under way must not change the address, and what was edited must reach the disk. */
  leave(): void {
    this.#left = true;
    void closeDraft(this.#app, this.draft);
  }

  /** What to try next, after the first run has succeeded. */
  get nextMove(): string | undefined {
    const went = this.run?.status === 'succeeded' || this.run?.status === 'warning';
    return went && this.runs.length === 1 ? this.row?.nextMove : undefined;
  }

  /** Goes to where the next move is. */
  showNextMove(): void {
    const at = this.row?.nextMoveAt;
    if (at) this.#address.set(at);
    else this.editsPayload = true;
  }

  async dismissNextMove(): Promise<void> {
    await dismissNextMove(this.#app.database, this.id);
  }
}

export const [getDesigner, setDesigner] = createContext<DesignerState>();
