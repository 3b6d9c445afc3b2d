/** Runs the code of steps in QuickJS, in a thread of its own: Node's own threads are no sandbox (architecture 7). */
import { CODE_FILE, syntaxFailure } from '#lib/connectors/code/codeFailure.ts';
import { prepareCode, type Prepared } from '#lib/connectors/code/prepareCode.ts';
import type { CodeCall, CodeRunner } from '#lib/connectors/define.ts';
import { Thread } from './Thread.ts';

/** Prepared code that is kept. */
const MOST_KEPT = 100;

/** For one execution; nothing that its code leaves behind is there for another. */
export class QuickJs implements CodeRunner {
  readonly #seed: number | undefined;
  readonly #prepared = new Map<string, Prepared>();
  #thread: Thread | undefined;

  /** With a seed `Math.random` of the code is the same in every run. */
  constructor({ seed }: { seed?: number } = {}) {
    this.#seed = seed;
  }

  async call(call: CodeCall): Promise<unknown> {
    call.signal.throwIfAborted();
    const prepared = this.#prepare(call.source);
    if ('problem' in prepared) throw syntaxFailure(prepared.problem);
    // One that was ended by a deadline is gone for good.
    if (!this.#thread || this.#thread.hasEnded) this.#thread = new Thread();
    return await this.#thread.call(call, { ...prepared, file: CODE_FILE, seed: this.#seed });
  }

  /** Ends the thread, and every call in it. */
  close(): void {
    this.#thread?.close();
  }

  #prepare(source: string): Prepared {
    const known = this.#prepared.get(source);
    if (known) return known;
    if (this.#prepared.size >= MOST_KEPT) this.#prepared.clear();
    const prepared = prepareCode(source);
    this.#prepared.set(source, prepared);
    return prepared;
  }
}
