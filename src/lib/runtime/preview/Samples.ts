/** What one execution knew when a step of it ran, read from its journal. */
import { configValues } from '#lib/model/configValues.ts';
import type { StepValues } from '#lib/engine/Scope.ts';
import type { Entry } from '#lib/model/execution.ts';
import { placedSteps, type PlacedStep } from '#lib/model/flow.ts';
import type { Input } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';
import { pathKey, placeKey, type StepPath } from '#lib/model/path.ts';
import { parsePath } from '#lib/model/reference.ts';
import { referencesIn } from '#lib/model/references.ts';
import type { SampledLoop, Samples } from '#lib/runtime/preview/evaluate.ts';
import type { Database } from '#lib/storage/database.ts';
import { loadExecution, readJournal, readOutput } from '#lib/storage/executions.ts';

/** A step of an execution; without the numbers of turns its last turn is meant. */
export interface SampledStep {
  executionId: string;
  path: StepPath;
}

export class ExecutionSamples {
  readonly #database: Database;
  readonly #executionId: string;
  readonly #config: Readonly<Record<string, unknown>>;
  readonly #placed: readonly PlacedStep[];
  readonly #entries: ReadonlyMap<string, Entry>;
  /** The last entry of each place. */
  readonly #last: ReadonlyMap<string, Entry>;
  readonly #path: StepPath;

  private constructor(
    database: Database,
    { executionId, path }: SampledStep,
    found: Found,
    entries: Entry[],
  ) {
    this.#database = database;
    this.#executionId = executionId;
    this.#config = configValues(found.start.document.configVars, found.start.config);
    const flow = found.start.document.flows.find(({ name }) => name === found.row.flow);
    this.#placed = flow ? placedSteps(flow) : [];
    this.#entries = new Map(entries.map((entry) => [pathKey(entry.path), entry]));
    this.#last = new Map(entries.map((entry) => [placeKey(entry.path), entry]));
    const isTurn = path.some((part) => typeof part === 'number');
    this.#path = isTurn ? path : (this.#last.get(placeKey(path))?.path ?? path);
  }

  /** `undefined` when the execution is gone. */
  static async open(database: Database, step: SampledStep): Promise<ExecutionSamples | undefined> {
    const found = await loadExecution(database, step.executionId);
    if (!found) return undefined;
    const { entries } = await readJournal(database, step.executionId);
    return new ExecutionSamples(database, step, found, entries);
  }

  /** As much of it as an input of the step refers to. */
  async of(input: Input): Promise<Samples> {
    const loops = this.#loops();
    const inputs = [input, ...loops.flatMap(({ items }) => items ?? [])];
    const heads = new Set(inputs.flatMap(referencesIn).map((path) => parsePath(path)[0]));
    const named = this.#placed.filter(({ step }) => heads.has(referenceName(step.name)));
    const steps = await Promise.all(named.map(async (placed) => await this.#valuesOf(placed)));
    return { steps: Object.fromEntries(steps.flat()), config: this.#config, loops };
  }

  async #valuesOf({ step, path }: PlacedStep): Promise<[string, StepValues][]> {
    const entry = this.#entryOf(path);
    if (!entry || entry.leftOut) return [];
    const { output, apart } = entry;
    const results = apart === undefined ? output : await readOutput(this.#database, this.#executionId, apart);
    return [[step.name, { results }]];
  }

  /** Of the same turns of the loops around both; of a loop beside this step the last turn within them. */
  #entryOf(place: readonly string[]): Entry | undefined {
    const wanted = this.#inSameTurn(place);
    const turns = wanted.slice(0, wanted.findLastIndex((part) => typeof part === 'number') + 1);
    return this.#entries.get(pathKey(wanted)) ?? this.#lastWithin(place, turns);
  }

  #lastWithin(place: readonly string[], turns: StepPath): Entry | undefined {
    const key = placeKey(place);
    if (turns.length === 0) return this.#last.get(key);
    const isWithin = ({ path }: Entry) =>
      placeKey(path) === key && turns.every((part, index) => path[index] === part);
    return Array.from(this.#entries.values()).findLast(isWithin);
  }

  #inSameTurn(place: readonly string[]): StepPath {
    const path: (string | number)[] = [];
    let isAlong = true;
    for (const name of place) {
      isAlong &&= this.#path[path.length] === name;
      path.push(name);
      const turn = this.#path[path.length];
      if (isAlong && typeof turn === 'number') path.push(turn);
    }
    return path;
  }

  #loops(): SampledLoop[] {
    return this.#path.flatMap((index, at) => {
      if (typeof index !== 'number') return [];
      const place = placeKey(this.#path.slice(0, at));
      const step = this.#placed.find(({ path }) => placeKey(path) === place)?.step;
      return step ? [{ step: step.name, index, items: step.inputs.items }] : [];
    });
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof loadExecution>>>;
