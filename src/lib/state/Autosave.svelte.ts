/** Writes what is edited soon after each edit, one write at a time, and says whether that worked. */
import { isQuotaError } from '#lib/storage/quotaError.ts';

/** From an edit to its write; with the write itself it has to stay under 400 ms (architecture 8). */
const WRITE_AFTER_MS = 200;
/** Between two tries of a write that failed. */
const RETRY_AFTER_MS = 5_000;

/** Why the last edits are only in memory. */
export interface SaveFailure {
  /** "storage is full": it stands behind "Not saved:". */
  reason: string;
  /** The disk, or the browser's share of it, takes no more. */
  full: boolean;
}

export class Autosave {
  readonly #write: () => Promise<void>;
  #unsaved = $state(false);
  #failure = $state.raw<SaveFailure>();
  #savedAt = $state<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;
  #edits = 0;

  /** `write` writes what there is now, and rejects when that fails. */
  constructor(write: () => Promise<void>) {
    this.#write = write;
  }

  /** Whether something was edited that is not on disk. */
  get unsaved(): boolean {
    return this.#unsaved;
  }

  get failure(): SaveFailure | undefined {
    return this.#failure;
  }

  /** When the last write ended, in milliseconds since 1970; `undefined` before the first. */
  get savedAt(): number | undefined {
    return this.#savedAt;
  }

  /** Something was edited. The clock runs from the first edit that is not written, so steady typing does not stop it. */
  touch(): void {
    this.#edits++;
    this.#unsaved = true;
    // The clock of another try is too slow for a new edit.
    if (this.#failure) this.stop();
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_AFTER_MS);
  }

  /** Writes now what is not written; never rejects. */
  flush(): Promise<void> {
    this.stop();
    this.#writing ??= this.#writeAll().finally(() => (this.#writing = undefined));
    return this.#writing;
  }

  /** What is not written stays so until the next edit or flush. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** What was edited is not wanted any more. */
  discard(): void {
    this.stop();
    this.#unsaved = false;
    this.#failure = undefined;
  }

  async #writeAll(): Promise<void> {
    while (this.#unsaved) {
      const edits = this.#edits;
      try {
        await this.#write();
      } catch (error) {
        this.#failure = failureOf(error);
        this.#timer ??= setTimeout(() => void this.flush(), RETRY_AFTER_MS);
        return;
      }
      this.#failure = undefined;
      this.#savedAt = Date.now();
      // What was edited while it was written is the next write.
      this.#unsaved = this.#edits !== edits;
    }
  }
}

function failureOf(error: unknown): SaveFailure {
  if (isQuotaError(error)) return { reason: 'storage is full', full: true };
  return { reason: error instanceof Error ? error.message : String(error), full: false };
}
