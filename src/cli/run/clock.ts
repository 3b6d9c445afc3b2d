/** The clocks of a run. */
import { setTimeout } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since 1970, with fractions. */
  now: () => number;
  /** Resolves after so many milliseconds, rejects when the signal is aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Does work during which the time of a fake clock may not jump, as something else than a wait may be going on. */
  during: <T>(work: () => Promise<T>) => Promise<T>;
}

export const realClock: Clock = {
  now,
  wait: (ms, signal) => setTimeout(ms, undefined, { signal }),
  during: (work) => work(),
};

/**
 * Time goes on as it does, but what is waited for comes at once: when all work waits, the clock jumps to the end of the
 * first wait. A flow that asks again and again whether another one has ended so finds that it has.
 */
export class FakeClock implements Clock {
  #skippedMs = 0;
  #working = 0;
  readonly #sleepers = new Set<Sleeper>();

  now = (): number => now() + this.#skippedMs;

  wait = async (ms: number, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    this.#working -= 1;
    try {
      await this.#sleep(this.now() + ms, signal);
    } finally {
      this.#working += 1;
    }
  };

  during = async <T>(work: () => Promise<T>): Promise<T> => {
    this.#working += 1;
    try {
      return await work();
    } finally {
      this.#working -= 1;
      this.#jumpSoon();
    }
  };

  async #sleep(until: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const stop = () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason as Error);
      };
      const wake = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const sleeper: Sleeper = { until, wake };
      this.#sleepers.add(sleeper);
      signal.addEventListener('abort', stop, { once: true });
      this.#jumpSoon();
    });
  }

  /** Not at once: work that has just been done may lead to more. */
  #jumpSoon(): void {
    setImmediate(() => {
      const first = [...this.#sleepers].toSorted((left, right) => left.until - right.until)[0];
      if (!first || this.#working > 0) return;
      this.#skippedMs += Math.max(0, first.until - this.now());
      this.#sleepers.delete(first);
      first.wake();
    });
  }
}

interface Sleeper {
  /** Milliseconds since 1970. */
  until: number;
  wake: () => void;
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
