/** Answers what is known of a step before it runs: the one question that resuming, replaying and pins come down to. */
import { pathOrder, type ComparePaths } from '#lib/engine/order.ts';
import type { Decision, Entry, JournalStart, Mark, Pin } from '#lib/model/execution.ts';
import { isOpenMark } from '#lib/model/inDoubt.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { Flow, Step } from '#lib/model/integration.ts';
import { pathKey, placeKey, placeNames, type StepPath } from '#lib/model/path.ts';

/** What the run does about a step; without an answer it runs it. */
export type Answer =
  /** Taken as it is; `whole` says that what the step holds is not walked. */
  | { kind: 'entry'; entry: Entry; whole: boolean }
  | { kind: 'doubt'; doubt: Doubt }
  | { kind: 'leaveOut' }
  | { kind: 'end' };

/** A step that was started and of which nobody knows whether it took place. */
export interface Doubt {
  mark: Mark;
  decision?: Decision;
  /** It hung the thread it ran on. */
  hung: boolean;
}

export class Known {
  readonly #start: JournalStart;
  readonly #empty: boolean;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #marks: ReadonlyMap<string, Mark>;
  readonly #decisions: ReadonlyMap<string, Decision>;
  readonly #pins: ReadonlyMap<string, Pin>;
  readonly #order: ComparePaths;
  readonly #steps: ReadonlyMap<string, Step>;
  #reached = false;

  constructor(start: JournalStart, flow: Flow) {
    this.#start = start;
    this.#empty = isEmpty(start);
    this.#entries = byPath(start.entries);
    this.#marks = byPath(start.marks ?? []);
    this.#decisions = byPath(start.decisions ?? []);
    this.#pins = new Map((start.pins ?? []).map((pin) => [placeKey(pin.place), pin]));
    this.#order = pathOrder(flow);
    this.#steps = new Map(placedSteps(flow).map(({ path, step }) => [placeKey(path), step]));
  }

  /** After a thread was hung by a step that left no mark, every step leaves one. */
  get marksAll(): boolean {
    const open = [...this.#marks].some(([key, mark]) => isOpenMark(mark, this.#entries.get(key)));
    return this.#start.hung === true && !open;
  }

  ask(path: StepPath): Answer | undefined {
    // A fresh run has nothing to find; its paths need not be spelled out.
    if (this.#empty) return undefined;
    if (this.#reached) return { kind: 'end' };
    const pin = this.#pins.get(placeKey(path));
    if (pin) return { kind: 'entry', entry: this.#pinned(path, pin), whole: true };
    const entry = this.#entries.get(pathKey(path));
    if (entry && entry.status !== 'failed') return { kind: 'entry', entry, whole: false };
    if (this.#isOutside(path)) return { kind: 'leaveOut' };
    const mark = this.#marks.get(pathKey(path));
    if (!mark || !isOpenMark(mark, entry)) return undefined;
    return { kind: 'doubt', doubt: this.#doubt(path, mark) };
  }

  /** Whether a turn of a loop is passed over because only a step of another turn is to run. */
  skipsTurn(turn: StepPath): boolean {
    const { only } = this.#start;
    return only !== undefined && only.length > turn.length && startsWith(only, turn.slice(0, -1))
      ? !startsWith(only, turn)
      : false;
  }

  /** Told of every step that has ended. */
  ended(path: StepPath): void {
    const { until } = this.#start;
    if (until && placeKey(path) === placeKey(until)) this.#reached = true;
  }

  #doubt(path: StepPath, mark: Mark): Doubt {
    const decision = this.#decisions.get(pathKey(path));
    return { mark, ...(decision && { decision }), hung: this.#start.hung === true };
  }

  /** A pinned branch that says nothing else takes the lane it is pinned to. */
  #pinned(path: StepPath, { output, branch }: Pin): Entry {
    const lanes = this.#steps.get(placeKey(path))?.branches ?? [];
    const lane = branch ?? lanes.find(({ name }) => name === output)?.name;
    return {
      path,
      status: 'succeeded',
      startedAt: 0,
      endedAt: 0,
      output,
      ...(lane !== undefined && { branch: lane }),
    };
  }

  #isOutside(path: StepPath): boolean {
    const { only, until } = this.#start;
    if (only)
      return path.length > 1 || !this.#isTrigger(path)
        ? !startsWith(path, only) && !startsWith(only, path)
        : false;
    if (!until || startsWith(placeNames(path), until)) return false;
    return this.#order(placeNames(path), until) > 0;
  }

  #isTrigger(path: StepPath): boolean {
    return this.#steps.keys().next().value === placeKey(path);
  }
}

function isEmpty({ entries, marks, pins, until, only, hung }: JournalStart): boolean {
  const lists = [entries, marks ?? [], pins ?? []];
  return lists.every(({ length }) => length === 0) && !until && !only && !hung;
}

function byPath<T extends { path: StepPath }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [pathKey(item.path), item]));
}

function startsWith(path: StepPath, start: StepPath): boolean {
  return start.length <= path.length && start.every((part, index) => part === path[index]);
}
