/** The actions that are being tried in this worker, and how each is stopped. */
import type { Trial, Tried } from '#lib/model/trial.ts';
import type { Calculator } from '#lib/runtime/calculate/Calculator.ts';
import { nextTask, now, wait } from '#lib/runtime/clock.ts';
import { fetchExplained } from '#lib/runtime/fetchExplained.ts';
import { findStep } from '#lib/runtime/findStep.ts';
import { withPractice } from '#lib/runtime/practice.ts';
import type { CodeSession } from '#lib/runtime/sandbox/Sandbox.ts';
import { tryAction, type TrialPorts } from '#lib/runtime/tryAction.ts';

/** Where work is done that must not stop the worker. */
interface Threads {
  openCode: () => CodeSession;
  calculator: Calculator;
}

export class Trials {
  readonly #threads: Threads;
  readonly #running = new Map<string, AbortController>();

  constructor(threads: Threads) {
    this.#threads = threads;
  }

  /** Never rejects. */
  async start(id: string, trial: Trial): Promise<Tried> {
    const stop = new AbortController();
    this.#running.set(id, stop);
    const code = this.#threads.openCode();
    try {
      return await tryAction(trial, this.#ports(code), stop.signal);
    } finally {
      code.close();
      this.#running.delete(id);
    }
  }

  /** Nothing happens when it has ended. */
  stop(id: string): void {
    this.#running.get(id)?.abort();
  }

  #ports(code: CodeSession): TrialPorts {
    const calculate: TrialPorts['calculate'] = (call) => this.#threads.calculator.calculate(call);
    const fetch = withPractice(fetchExplained);
    return { findStep, fetch, code, calculate, now, wait, random: Math.random, breathe: nextTask };
  }
}
