/** Work that nobody waits for, a few pieces at once, in the order it came. */

const MOST_AT_ONCE = 8;

export class Background {
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #going = new Set<Promise<void>>();

  /** `work` must not reject. Begins at once when there is room. */
  add(work: () => Promise<void>): void {
    this.#waiting.push(work);
    this.#next();
  }

  /** Resolves when nothing is left, also of what was added meanwhile. */
  async done(): Promise<void> {
    while (this.#going.size > 0) await Promise.all(this.#going);
  }

  #next(): void {
    const work = this.#going.size < MOST_AT_ONCE ? this.#waiting.shift() : undefined;
    if (!work) return;
    const going = work().finally(() => {
      this.#going.delete(going);
      this.#next();
    });
    this.#going.add(going);
  }
}
