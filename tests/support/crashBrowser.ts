/** A browser with a profile of its own that can be killed at any moment and opened again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type LaunchOptions, type Page } from '@playwright/test';

type Options = LaunchOptions & { baseURL?: string };

export class CrashBrowser {
  readonly #options: Options;
  readonly #profile: string;
  #context: BrowserContext | undefined;
  #processes: number[] = [];

  private constructor(options: Options, profile: string) {
    this.#options = options;
    this.#profile = profile;
  }

  /** With an empty profile; it is deleted by `close`. */
  static async create(options: Options): Promise<CrashBrowser> {
    return new CrashBrowser(options, await mkdtemp(join(tmpdir(), 'sluice-crash-')));
  }

  /** Starts it, on the profile as it was left; gives its first page. */
  async open(): Promise<Page> {
    this.#context = await chromium.launchPersistentContext(this.#profile, this.#options);
    return this.#context.pages()[0] ?? (await this.#context.newPage());
  }

  /** Makes a later `kill` quick: asking for the processes takes longer than the moment that is meant. */
  async aim(): Promise<void> {
    const session = await this.#context?.browser()?.newBrowserCDPSession();
    const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
    // The browser itself first: it must not see the others die.
    const inOrder = [...processInfo].sort((left, right) => rank(left.type) - rank(right.type));
    this.#processes = inOrder.map(({ id }) => id);
    await session?.detach();
  }

  /** Ends all its processes at once, as when the power goes. */
  async kill(): Promise<void> {
    if (this.#processes.length === 0) throw new Error('The browser was not aimed at.');
    const gone = this.#context?.waitForEvent('close');
    this.#processes.splice(0).forEach(endProcess);
    await gone;
  }

  async close(): Promise<void> {
    await this.#context?.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function rank(type: string): number {
  return type === 'browser' ? 0 : 1;
}

/** One that has ended by itself in the meantime is gone all the same. */
function endProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    return;
  }
}
