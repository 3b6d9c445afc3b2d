/** Writes the journal and the log of one execution: the engine's `journal` port over storage. */
import type { Journal } from '#lib/engine/ports.ts';
import { sizeOf } from '#lib/engine/size.ts';
import type { Entry, LogLine, Mark, PlaceSummary } from '#lib/model/execution.ts';

/** Entries a page holds at most; a row an entry would be twenty times slower. */
const PAGE_ENTRIES = 1000;

/** Pages that may wait to be written; a run that is faster than the disk waits for it from here on. */
const WAITING_PAGES = 4;

/** Larger outputs are stored apart, so that reading a page stays quick. */
const APART_BYTES = 64 * 1024;

/** Longest time that something waits to be written: a step that takes long must not keep back what was before it. */
const LINGER_MS = 200;

/** Makes a page durable, with what the execution has come to so far. */
export type WritePage = (page: number, content: PageContent) => Promise<void>;

export interface PageContent {
  entries: readonly Entry[];
  marks: readonly Mark[];
  lines: readonly LogLine[];
  outputs: readonly LargeOutput[];
  places: readonly PlaceSummary[];
}

/** An output that is stored apart from its entry, or from several. */
export interface LargeOutput {
  key: string;
  value: unknown;
}

/** What an earlier attempt left. */
export interface Earlier {
  /** New pages are numbered after these. */
  pages: number;
  load: (key: string) => Promise<unknown>;
}

const nothing: Earlier = { pages: 0, load: () => Promise.resolve(undefined) };

export class Recorder implements Journal {
  readonly #write: WritePage;
  readonly #places: () => readonly PlaceSummary[];
  readonly #earlier: Earlier;
  #content = empty();
  #page: number;
  #waiting = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** A document that many steps hand on is stored once. */
  readonly #keys = new WeakMap<object, string>();
  /** Pages are written one after another; a failed one fails every later flush. */
  #written: Promise<void> = Promise.resolve();

  constructor(write: WritePage, places: () => readonly PlaceSummary[], earlier = nothing) {
    this.#write = write;
    this.#places = places;
    this.#earlier = earlier;
    this.#page = earlier.pages;
  }

  async load(key: string): Promise<unknown> {
    return await this.#earlier.load(key);
  }

  begin(mark: Mark): void {
    this.#content.marks.push(mark);
    this.#soon();
  }

  add(entry: Entry): void {
    const isLarge = sizeOf(entry.output, APART_BYTES) > APART_BYTES;
    this.#content.entries.push(isLarge ? this.#apart(entry) : entry);
    if (this.#content.entries.length >= PAGE_ENTRIES) this.#cutPage();
    else this.#soon();
  }

  log(line: LogLine): void {
    this.#content.lines.push(line);
    if (this.#content.lines.length >= PAGE_ENTRIES) this.#cutPage();
    else this.#soon();
  }

  /** Resolves when the disk is not far behind: without it a long loop would fill the memory with pages. */
  async catchUp(): Promise<void> {
    if (this.#waiting > WAITING_PAGES) await this.#written;
  }

  async flush(): Promise<void> {
    this.#cutPage();
    await this.#written;
  }

  #apart({ output, ...entry }: Entry): Entry {
    const known = typeof output === 'object' && output !== null ? this.#keys.get(output) : undefined;
    if (known !== undefined) return { ...entry, apart: known };
    const key = `${this.#page}.${this.#content.outputs.length}`;
    this.#content.outputs.push({ key, value: output });
    if (typeof output === 'object' && output !== null) this.#keys.set(output, key);
    return { ...entry, apart: key };
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.#cutPage(), LINGER_MS);
  }

  #cutPage(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { entries, marks, lines } = this.#content;
    if (entries.length + marks.length + lines.length === 0) return;
    const page = this.#page++;
    const content = { ...this.#content, places: this.#places() };
    this.#content = empty();
    this.#waiting += 1;
    this.#written = this.#written.then(async () => {
      await this.#write(page, content);
      this.#waiting -= 1;
    });
    // Whoever flushes next hears of the failure; without this it would also count as unhandled.
    this.#written.catch(() => undefined);
  }
}

function empty() {
  return {
    entries: [] as Entry[],
    marks: [] as Mark[],
    lines: [] as LogLine[],
    outputs: [] as LargeOutput[],
  };
}
