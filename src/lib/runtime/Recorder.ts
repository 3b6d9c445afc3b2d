/** Writes the journal and the log of one execution: the engine's `journal` port over storage. */
import type { Journal } from '#lib/engine/ports.ts';
import type { Entry, LogLine, PlaceSummary } from '#lib/model/execution.ts';
import { pathKey, type StepPath } from '#lib/model/path.ts';

/** Entries a page holds at most; a row an entry would be twenty times slower. */
const PAGE_ENTRIES = 1000;

/** Pages that may wait to be written; a run that is faster than the disk waits for it from here on. */
const WAITING_PAGES = 4;

/** Makes a page durable, with what the execution has come to so far. */
export type WritePage = (page: number, content: PageContent) => Promise<void>;

export interface PageContent {
  entries: readonly Entry[];
  lines: readonly LogLine[];
  places: readonly PlaceSummary[];
}

export class Recorder implements Journal {
  readonly #write: WritePage;
  readonly #places: () => readonly PlaceSummary[];
  readonly #known: Map<string, Entry>;
  #entries: Entry[] = [];
  #lines: LogLine[] = [];
  #page: number;
  #waiting = 0;
  /** Pages are written one after another; a failed one fails every later flush. */
  #written: Promise<void> = Promise.resolve();

  /** `entries` is what an earlier attempt left; new pages are numbered after `pages`. */
  constructor(
    write: WritePage,
    places: () => readonly PlaceSummary[],
    entries: readonly Entry[] = [],
    pages = 0,
  ) {
    this.#write = write;
    this.#places = places;
    this.#known = new Map(entries.map((entry) => [pathKey(entry.path), entry]));
    this.#page = pages;
  }

  find(path: StepPath): Entry | undefined {
    // A fresh run has nothing to find; its paths need not be spelled out.
    return this.#known.size === 0 ? undefined : this.#known.get(pathKey(path));
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
    if (this.#entries.length >= PAGE_ENTRIES) this.#cutPage();
  }

  log(line: LogLine): void {
    this.#lines.push(line);
    if (this.#lines.length >= PAGE_ENTRIES) this.#cutPage();
  }

  /** Resolves when the disk is not far behind: without it a long loop would fill the memory with pages. */
  async catchUp(): Promise<void> {
    if (this.#waiting > WAITING_PAGES) await this.#written;
  }

  async flush(): Promise<void> {
    if (this.#entries.length + this.#lines.length > 0) this.#cutPage();
    await this.#written;
  }

  #cutPage(): void {
    const page = this.#page++;
    const content = { entries: this.#entries, lines: this.#lines, places: this.#places() };
    this.#entries = [];
    this.#lines = [];
    this.#waiting += 1;
    this.#written = this.#written.then(async () => {
      await this.#write(page, content);
      this.#waiting -= 1;
    });
    // Whoever flushes next hears of the failure; without this it would also count as unhandled.
    this.#written.catch(() => undefined);
  }
}
