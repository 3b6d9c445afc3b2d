/**
 * Calls back at most once a frame, however often it is asked to: the page draws no faster. Less often still where a
 * report takes long, so that a run is not slowed down by being watched.
 */

const FRAME_MS = 16;

/** So many times as long as a report took passes before the next one. */
const PAUSE_FACTOR = 20;

export class Reporter {
  readonly #report: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tookMs = 0;

  constructor(report: () => void) {
    this.#report = report;
  }

  /** Reports within a frame, or when the pause is over. */
  soon(): void {
    this.#timer ??= setTimeout(() => this.now(), Math.max(FRAME_MS, this.#tookMs * PAUSE_FACTOR));
  }

  /** Reports at once, and not again for what was asked before. */
  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const from = performance.now();
    this.#report();
    this.#tookMs = performance.now() - from;
  }
}
