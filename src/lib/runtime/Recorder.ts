/** Writes the journal and the log of one execution: the engine's `journal` port over storage. */
import type { Journal } from '#lib/engine/ports.ts';
import { sizeOf } from '#lib/engine/size.ts';
import type { Entry, LogLine, Mark, PlaceSummary } from '#lib/model/execution.ts';

/** Entries a page holds at most: each row costs as much as a thousand entries, and a row an entry twenty times as much. */
const PAGE_ENTRIES = 4000;

/** Bytes of outputs after which a page is full before that: it is in memory until it is written. */
const PAGE_BYTES = 4 * 1024 * 1024;

/** Lines of the log are longer. */
const PAGE_LINES = 1000;

/** Pages that may be on their way to the disk; a run that is faster than the disk waits for it from here on. */
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
  /** What the execution has come to with this page; absent where that follows well enough from the page. */
  places?: readonly PlaceSummary[];
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
  #bytes = 0;
  #page: number;
  /** On their way, the oldest first. */
  readonly #waiting = new Set<Promise<void>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Entries since the summary was last written, and how large that was. */
  #unsummed = 0;
  #parts = 0;
  /** A document that many steps hand on is stored once. */
  readonly #keys = new WeakMap<object, string>();
  /** Resolves when all pages so far are written; a failed one fails every later flush. */
  #written: Promise<unknown> = Promise.resolve();

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
    const bytes = sizeOf(entry.output, APART_BYTES);
    this.#bytes += bytes;
    this.#content.entries.push(bytes > APART_BYTES ? this.#apart(entry) : entry);
    if (this.#content.entries.length >= PAGE_ENTRIES || this.#bytes > PAGE_BYTES) this.#cutPage();
    else this.#soon();
  }

  log(line: LogLine): void {
    this.#content.lines.push(line);
    if (this.#content.lines.length >= PAGE_LINES) this.#cutPage();
    else this.#soon();
  }

  /** Resolves when the disk is not far behind: without it a long loop would fill the memory with pages. */
  async catchUp(): Promise<void> {
    for (const page of this.#waiting) if (this.#waiting.size > WAITING_PAGES) await page;
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

  /**
   * Written now and then: after as many entries as it has parts itself, so that neither writing it nor reading what came
   * after it ever costs more than the journal does. What a large output says of itself is only in the summary.
   */
  #summary(): Pick<PageContent, 'places'> {
    const { entries, outputs } = this.#content;
    this.#unsummed += entries.length;
    if (this.#unsummed < this.#parts && outputs.length === 0) return {};
    const places = this.#places();
    this.#unsummed = 0;
    this.#parts = places.reduce((parts, { spans }) => parts + 1 + spans.length, 0);
    return { places };
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
    const content = { ...this.#content, ...this.#summary() };
    this.#content = empty();
    this.#bytes = 0;
    // Not after the page before it: its thread hears of that only when the run pauses. The database keeps their order.
    const writing = this.#write(page, content).finally(() => this.#waiting.delete(writing));
    this.#waiting.add(writing);
    this.#written = Promise.all([this.#written, writing]);
    // Whoever flushes next hears of a failure; without this it would also count as unhandled.
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
