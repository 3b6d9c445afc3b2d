/** The memory of a worker in a browser, asked through the browser's debugger. */
import type { BrowserContext, CDPSession } from '@playwright/test';

interface Reply {
  id?: number;
  result?: { usedSize?: number };
}

export class WorkerHeap {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #count = 0;

  private constructor(browser: CDPSession, sessionId: string) {
    this.#browser = browser;
    this.#sessionId = sessionId;
    browser.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId !== sessionId) return;
      const reply = JSON.parse(event.message) as Reply;
      this.#waiting.get(reply.id ?? 0)?.(reply);
    });
  }

  /** Of the worker whose file's name begins so. */
  static async of(context: BrowserContext, file: string): Promise<WorkerHeap> {
    const browser = await context.browser()?.newBrowserCDPSession();
    const { targetInfos = [] } = (await browser?.send('Target.getTargets')) ?? {};
    const target = targetInfos.find(({ type, url }) => type === 'worker' && url.includes(`/${file}`));
    if (!browser || !target) throw new Error(`There is no worker “${file}”.`);
    const { targetId } = target;
    // Playwright has no session for workers; messages to this one are sent through the browser's.
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new WorkerHeap(browser, sessionId);
  }

  /** Bytes in use after a collection. */
  async usedBytes(): Promise<number> {
    await this.#send('HeapProfiler.collectGarbage');
    const { result } = await this.#send('Runtime.getHeapUsage');
    if (result?.usedSize === undefined) throw new Error('The browser does not say how much memory is used.');
    return result.usedSize;
  }

  async #send(method: string): Promise<Reply> {
    const id = ++this.#count;
    const reply = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params: {} });
    await this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    return await reply;
  }
}
