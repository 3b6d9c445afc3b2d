/** Calls back at most once a frame, however often it is asked to: the page draws no faster. */

const FRAME_MS = 16;

export class Reporter {
  readonly #report: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(report: () => void) {
    this.#report = report;
  }

  /** Reports within a frame. */
  soon(): void {
    this.#timer ??= setTimeout(() => this.now(), FRAME_MS);
  }

  /** Reports at once, and not again for what was asked before. */
  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#report();
  }
}
