/** An answer from the database that stays current while something on screen reads it. */
import { createSubscriber } from 'svelte/reactivity';
import { watch } from '#lib/storage/live.ts';

export class LiveQuery<T> {
  readonly #subscribe: () => void;
  #current: T | undefined;
  #error: unknown;

  constructor(query: () => Promise<T>) {
    this.#subscribe = createSubscriber((update) =>
      watch(
        query,
        (value) => {
          this.#current = value;
          this.#error = undefined;
          update();
        },
        (error) => {
          this.#error = error;
          update();
        },
      ),
    );
  }

  /** `undefined` until the first answer. */
  get current(): T | undefined {
    this.#subscribe();
    return this.#current;
  }

  /** Why there is no answer, when there is none. */
  get error(): unknown {
    this.#subscribe();
    return this.#error;
  }
}
