/** The one loop of the engine: asks the journal about each step, else executes it. */
import { settle } from '#lib/engine/doubt.ts';
import { executeStep, finishStep, type Manner } from '#lib/engine/executeStep.ts';
import type { Done, Run, Walked } from '#lib/engine/executors/Executor.ts';
import type { Doubt } from '#lib/engine/Known.ts';
import type { Entry } from '#lib/model/execution.ts';
import type { Step } from '#lib/model/integration.ts';
import type { StepPath } from '#lib/model/path.ts';

/** Longest time the thread is kept busy without a pause; a stop takes effect at the next one. */
const BREATH_MS = 20;

/** What one step came to for the steps after it. */
interface Passed extends Walked {
  /** As if it were not there: what follows sees nothing of it. */
  leftOut?: boolean;
}

export class Walker {
  readonly #run: Run;
  #lastBreath: number;

  constructor(run: Run) {
    this.#run = run;
    this.#lastBreath = run.ports.now();
  }

  /** Runs steps in order. Loops and branches call it for what they hold. */
  readonly runSteps = async (steps: readonly Step[], parent: StepPath): Promise<Walked> => {
    let result: unknown;
    for (const step of steps) {
      const pause = this.breathe();
      if (pause) await pause;
      const passed = await this.#runStep(step, [...parent, step.name]);
      if (!passed.leftOut) result = passed.result;
      if (passed.leave) return { result, leave: passed.leave };
    }
    return { result };
  };

  /** Pauses now and then, so that a long run of quick steps can be stopped and does not starve its thread. */
  readonly breathe = (): Promise<void> | undefined => {
    const { now, signal } = this.#run.ports;
    signal.throwIfAborted();
    return now() - this.#lastBreath > BREATH_MS ? this.#pause() : undefined;
  };

  async #pause(): Promise<void> {
    const { ports, meter } = this.#run;
    meter.checkTime();
    await ports.breathe();
    this.#lastBreath = ports.now();
    ports.signal.throwIfAborted();
  }

  async #runStep(step: Step, path: StepPath): Promise<Passed> {
    const answer = this.#run.known.ask(path);
    switch (answer?.kind) {
      case undefined:
        return await this.#execute(step, path);
      case 'entry':
        return await this.#recall(step, path, answer.entry, answer.whole);
      case 'doubt':
        return await this.#settle(step, path, answer.doubt);
      case 'leaveOut':
        return { leftOut: true };
      case 'end':
        return { leave: 'stop', leftOut: true };
    }
  }

  async #execute(step: Step, path: StepPath, manner?: Manner): Promise<Passed> {
    const { ports } = this.#run;
    const find = () => ports.findStep(step.action.connector, step.action.key, step.name);
    const { runSteps, breathe } = this;
    const place = { step, path, run: this.#run, runSteps, breathe };
    const { done, lanesRan } = await executeStep(place, find, manner);
    return await this.#pass(step, path, done, lanesRan);
  }

  /**
   * What the journal already holds is used instead of running again. A container is walked all the same: its own steps
   * are then found, and what they produced is in scope as if they had just run.
   */
  async #recall(step: Step, path: StepPath, entry: Entry, whole: boolean): Promise<Passed> {
    if (entry.leftOut) return { leftOut: true };
    if (step.steps && !whole) return await this.#execute(step, path, { quiet: true });
    const data = entry.apart === undefined ? entry.output : await this.#run.ports.journal.load(entry.apart);
    if (entry.status === 'warning') this.#run.tally.warnings += 1;
    return await this.#pass(step, path, { ...entry, data }, false);
  }

  async #settle(step: Step, path: StepPath, doubt: Doubt): Promise<Passed> {
    const { ports } = this.#run;
    const { connector, key } = step.action;
    const settled = settle(doubt, step, ports.findStep(connector, key, step.name));
    if (settled.kind === 'again') return await this.#execute(step, path, { earlier: settled.earlier });
    if (settled.kind === 'failed') return await this.#execute(step, path, { fails: settled.failure });
    const at = ports.now();
    const { output, leftOut } = settled;
    finishStep(this.#run, { path, status: 'succeeded', startedAt: at, endedAt: at, output, leftOut });
    return leftOut ? { leftOut } : await this.#pass(step, path, { data: output }, false);
  }

  /** What a step came to takes effect for those after it; the lane that an action chose runs first. */
  async #pass(step: Step, path: StepPath, done: Done, lanesRan: boolean): Promise<Passed> {
    const { scope, state, tally, known } = this.#run;
    if (done.changes) for (const change of done.changes) state.apply(change);
    if (done.response) tally.response = done.response;
    scope.set(step.name, { results: done.data });
    known.ended(path);
    const passed: Passed = done.leave ? { result: done.data, leave: done.leave } : { result: done.data };
    if (lanesRan || done.branch === undefined) return passed;
    const lane = step.branches?.find(({ name }) => name === done.branch);
    const { leave } = await this.runSteps(lane?.steps ?? [], path);
    return leave ? { ...passed, leave } : passed;
  }
}
