/** A run that goes on in this tab, step by step, before its journal is on disk. */
import type { Entry, Progress } from '#lib/model/execution.ts';
import { pathKey, type StepPath } from '#lib/model/path.ts';

/** One execution of a step as screens show it. */
export interface StepRun {
  path: StepPath;
  status: 'running' | Entry['status'];
  startedAt: number;
  endedAt?: number;
  output?: unknown;
  failure?: Entry['failure'];
}

export class LiveRun {
  #steps = $state.raw<ReadonlyMap<string, StepRun>>(new Map());

  /** By path, in the order they started. */
  get steps(): ReadonlyMap<string, StepRun> {
    return this.#steps;
  }

  /** Takes in what happened since the last frame. */
  add(progress: readonly Progress[]): void {
    const steps = new Map(this.#steps);
    for (const one of progress) {
      const step: StepRun =
        one.kind === 'ended' ? one.entry : { path: one.path, status: 'running', startedAt: one.at };
      steps.set(pathKey(step.path), step);
    }
    this.#steps = steps;
  }
}
