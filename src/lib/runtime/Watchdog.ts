/** Tells when a thread has stopped answering. */

/** Between two questions, in milliseconds. */
const EVERY_MS = 5_000;

/** Questions in a row without an answer: a computer that slept leaves one open, a thread that hangs leaves them all. */
const MOST_OPEN = 3;

export class Watchdog {
  readonly #ask: () => Promise<unknown>;
  readonly #silent: () => void;
  #open = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `silent` is called once when nothing answers any more. */
  constructor(ask: () => Promise<unknown>, silent: () => void) {
    this.#ask = ask;
    this.#silent = silent;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#look(), EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#open = 0;
  }

  #look(): void {
    if (this.#open >= MOST_OPEN) {
      this.stop();
      this.#silent();
      return;
    }
    this.#open += 1;
    void this.#ask().then(() => (this.#open = 0));
  }
}
