/** Calculates in threads of its own, which are ended when they take too long: no run is harmed by that (architecture 7). */
import type { Calculation } from '#lib/engine/ports.ts';
import { FailureError } from '#lib/model/failure.ts';
import type { CalculationNews, CalculationOrder } from '#lib/runtime/calculate/answer.ts';

/** A thread that answers one order after another. */
export interface CalculationThread {
  send: (order: CalculationOrder) => void;
  /** `died` is told why it can answer no more. */
  listen: (hear: (news: CalculationNews) => void, died: (reason: string) => void) => void;
  end: () => void;
}

/** Threads that wait for the next order; more would only hold memory. */
const MOST_IDLE = 2;

/** Loading a calculation from a slow disk or network takes no longer. */
const LOADING_MS = 30_000;

export class Calculator {
  readonly #start: () => CalculationThread;
  readonly #idle: CalculationThread[] = [];
  #closed = false;

  constructor(start: () => CalculationThread) {
    this.#start = start;
  }

  /** Rejects with a `FailureError`, or with why the run was stopped. */
  async calculate({ name, args, deadlineMs, signal }: Calculation): Promise<unknown> {
    signal.throwIfAborted();
    const thread = this.#idle.pop() ?? this.#start();
    try {
      const value = await ask(thread, { name, args }, deadlineMs, signal);
      this.#keep(thread);
      return value;
    } catch (thrown) {
      if (thrown instanceof Answered) this.#keep(thread);
      else thread.end();
      throw thrown instanceof Answered ? new FailureError(thrown.failure) : thrown;
    }
  }

  /** Ends all threads; one that is busy when it is done. */
  close(): void {
    this.#closed = true;
    this.#idle.splice(0).forEach((thread) => thread.end());
  }

  #keep(thread: CalculationThread): void {
    if (this.#closed || this.#idle.length >= MOST_IDLE) return thread.end();
    this.#idle.push(thread);
    // One that dies while it waits must not be asked again.
    thread.listen(
      () => undefined,
      () => this.#idle.splice(this.#idle.indexOf(thread), 1),
    );
  }
}

/** The thread said no by itself: it is as good as before. */
class Answered extends FailureError {}

function ask(
  thread: CalculationThread,
  order: CalculationOrder,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => end(() => reject(tooSlow(LOADING_MS))), LOADING_MS);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      settle();
    };
    const stop = () => end(() => reject(signal.reason as Error));
    signal.addEventListener('abort', stop, { once: true });
    const hear = (news: CalculationNews) => {
      if (news.kind === 'done') end(() => resolve(news.value));
      else if (news.kind === 'failed') end(() => reject(new Answered(news.failure)));
      else {
        clearTimeout(timer);
        timer = setTimeout(() => end(() => reject(tooSlow(deadlineMs))), deadlineMs);
      }
    };
    thread.listen(hear, (reason) => end(() => reject(died(reason))));
    thread.send(order);
  });
}

function tooSlow(ms: number): FailureError {
  return new FailureError({
    code: 'timeout',
    message: `This took longer than ${ms / 1000} seconds and was ended.`,
    hint: 'Look for a pattern, a loop or an expression that never comes to an end.',
  });
}

function died(reason: string): FailureError {
  return new FailureError({
    code: 'limit',
    message: 'The calculation ended by itself: it ran out of memory, or could not be loaded.',
    detail: reason,
  });
}
