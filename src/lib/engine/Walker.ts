/** The one loop of the engine: asks the journal, else executes the step and writes down what came of it. */
import { executors } from '#lib/engine/executors/index.ts';
import type { StepPath } from '#lib/model/path.ts';
import type { Ports } from '#lib/engine/ports.ts';
import type { Scope } from '#lib/engine/Scope.ts';
import type { Entry } from '#lib/model/execution.ts';
import { holdsSteps } from '#lib/model/flow.ts';
import { FailureError, toFailure, type Failure } from '#lib/model/failure.ts';
import type { Step } from '#lib/model/integration.ts';

/** Longest time the thread is kept busy without a pause; a stop takes effect at the next one. */
const BREATH_MS = 20;

export class Walker {
  readonly #ports: Ports;
  readonly #scope: Scope;
  #lastBreath: number;

  constructor(ports: Ports, scope: Scope) {
    this.#ports = ports;
    this.#scope = scope;
    this.#lastBreath = ports.now();
  }

  /** Runs steps in order, resolves to the last one's result. Loops and branches call it for what they hold. */
  async runSteps(steps: readonly Step[], parent: StepPath): Promise<unknown> {
    let result: unknown;
    for (const step of steps) {
      await this.#breathe();
      result = await this.#runStep(step, [...parent, step.name]);
      this.#scope.set(step.name, { results: result });
    }
    return result;
  }

  /**
   * What the journal already holds is used instead of running again. A step that holds steps is walked all the same:
   * its own are then found, and what they produced is in scope as if they had just run.
   */
  async #runStep(step: Step, path: StepPath): Promise<unknown> {
    const known = holdsSteps(step) ? undefined : this.#ports.journal.find(path);
    if (known?.status === 'succeeded') return known.output;
    const startedAt = this.#ports.now();
    this.#ports.report({ kind: 'started', path, at: startedAt });
    try {
      const output = await this.#execute(step, path);
      this.#finish({ path, status: 'succeeded', startedAt, endedAt: this.#ports.now(), output });
      return output;
    } catch (thrown) {
      const failure = named(toFailure(thrown), step);
      this.#finish({ path, status: 'failed', startedAt, endedAt: this.#ports.now(), failure });
      throw new FailureError(failure);
    }
  }

  async #execute(step: Step, path: StepPath): Promise<unknown> {
    const { connector, key } = step.action;
    const definition = this.#ports.findStep(connector, key);
    const runSteps = this.runSteps.bind(this);
    return executors[definition.kind]({
      step,
      path,
      definition,
      ports: this.#ports,
      scope: this.#scope,
      runSteps,
    });
  }

  #finish(entry: Entry): void {
    // Reported first: a page of the journal carries what the reports have come to.
    this.#ports.report({ kind: 'ended', entry });
    this.#ports.journal.add(entry);
  }

  /** Pauses now and then, so that a long run of quick steps can be stopped and does not starve its thread. */
  async #breathe(): Promise<void> {
    const { now, breathe, signal } = this.#ports;
    if (now() - this.#lastBreath > BREATH_MS) {
      await breathe();
      this.#lastBreath = now();
    }
    signal.throwIfAborted();
  }
}

/** A container passes on the failure of the step inside it. */
function named(failure: Failure, step: Step): Failure {
  return failure.step === undefined ? { ...failure, step: step.name } : failure;
}
