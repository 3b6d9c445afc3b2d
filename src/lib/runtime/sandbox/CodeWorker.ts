/** One worker of the sandbox from the runtime's side: the code of one step, called as often as the step runs. */
import type { CodeCall, CodeHost } from '#lib/connectors/define.ts';
import {
  asksTooMuch,
  codeFailure,
  notHere,
  outOfMemory,
  syntaxFailure,
  tooSlow,
} from '#lib/connectors/code/codeFailure.ts';
import type { CodeNews, CodeOrder, FrameNews } from '#lib/runtime/sandbox/messages.ts';
import { readNews } from '#lib/runtime/sandbox/readNews.ts';
import { FailureError, RunError, toFailure } from '#lib/model/failure.ts';

/** How much later than its end a call is ended by what it says itself: the timer comes first where it can. */
const LATE_MS = 100;

/** Longest time that starting one may take: that is no fault of the user's code. */
const START_MS = 20_000;

/** Things asked for and not answered; the guest has fewer under way, unless its code has bent it. */
const MOST_ASKED = 100;

interface Call {
  host: CodeHost;
  /** Milliseconds of the thread's own clock. */
  endsAt: number;
  deadlineMs: number;
  resolve: (data: unknown) => void;
  reject: (thrown: unknown) => void;
}

export class CodeWorker {
  readonly #port: MessagePort;
  readonly #end: () => void;
  readonly #lineOffset: number;
  readonly #isAlive: () => Promise<boolean>;
  readonly #started: Promise<void>;
  #current: Call | undefined;
  #heard: (news: CodeNews) => void = () => undefined;
  #asked = 0;
  #startTimer: ReturnType<typeof setTimeout> | undefined;
  ended = false;

  /** `end` ends the worker for good; `isAlive` asks the frame it lives in, which is given up when it does not answer. */
  constructor(
    port: MessagePort,
    lineOffset: number,
    { end, isAlive }: { end: () => void; isAlive: () => Promise<boolean> },
  ) {
    this.#port = port;
    this.#isAlive = isAlive;
    this.#lineOffset = lineOffset;
    this.#end = end;
    this.#started = this.#starting();
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const news = readNews(data);
      if (news) this.#heard(news);
    };
  }

  /** Resolves to what the code returned. Rejects with a `FailureError`; after a deadline or a stop the worker is gone. */
  async call(request: CodeCall): Promise<unknown> {
    const { signal } = request;
    const stop = () => this.#fail(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    try {
      signal.throwIfAborted();
      await this.#started;
      return await this.#run(request);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async #run({ how, args, host, deadlineMs }: CodeCall): Promise<unknown> {
    const timer = setTimeout(() => void this.#giveUp(this.#current), deadlineMs);
    const endsAt = performance.now() + deadlineMs;
    try {
      return await new Promise((resolve, reject) => {
        this.#current = { host, endsAt, deadlineMs, resolve, reject };
        this.#send({ kind: 'call', how, args });
      });
    } finally {
      clearTimeout(timer);
      this.#current = undefined;
    }
  }

  /** Its script could not be run at all. */
  broken({ message: said, line, column }: Extract<FrameNews, { kind: 'broken' }>): void {
    const message = said.replace(/^Uncaught (SyntaxError: )?/, '');
    const problem = { message, line: Math.max(1, line - this.#lineOffset), column };
    this.#fail(syntaxFailure(problem));
  }

  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.#port.close();
    clearTimeout(this.#startTimer);
    this.#end();
  }

  /** Where the process of the frame is gone, nothing answers: its memory has run out. */
  async #giveUp(call: Call | undefined): Promise<void> {
    const isAlive = await this.#isAlive();
    // It may have ended while the frame was asked, and the next one begun.
    if (call && call === this.#current) this.#fail(isAlive ? tooSlow(call.deadlineMs) : outOfMemory());
  }

  async #giveUpStart(): Promise<void> {
    await this.#isAlive();
    this.#fail(notStarted());
  }

  #fail(thrown: unknown): void {
    this.close();
    this.#refuse(thrown);
    this.#current?.reject(thrown);
  }

  #refuse: (thrown: unknown) => void = () => undefined;

  #starting(): Promise<void> {
    const started = new Promise<void>((resolve, reject) => {
      this.#startTimer = setTimeout(() => void this.#giveUpStart(), START_MS);
      this.#refuse = reject;
      this.#heard = ({ kind }) => {
        if (kind !== 'started') return;
        clearTimeout(this.#startTimer);
        this.#heard = (news) => this.#hear(news);
        resolve();
      };
    });
    // Whoever calls next hears of it; until then nobody may listen.
    started.catch(() => undefined);
    return started;
  }

  #hear(news: CodeNews): void {
    const call = this.#current;
    if (!call) return;
    // A flood of messages must not keep the timer from its turn.
    if (performance.now() > call.endsAt + LATE_MS) return this.#fail(tooSlow(call.deadlineMs));
    if (news.kind === 'done') call.resolve(news.data);
    else if (news.kind === 'threw') call.reject(codeFailure(news.thrown, this.#lineOffset));
    else if (news.kind === 'uncaught') this.#fail(codeFailure(news.thrown, this.#lineOffset));
    else if (news.kind === 'log') call.host.log(news.level, news.message);
    else if (news.kind === 'request') void this.#answer(news.id, () => call.host.request?.(news.request));
    else if (news.kind === 'invoke')
      void this.#answer(news.id, () => call.host.invokeFlow?.(news.name, news.data));
  }

  /** What ends the whole run is not the code's to catch. */
  async #answer(id: number, work: () => Promise<unknown> | undefined): Promise<void> {
    if (++this.#asked > MOST_ASKED) return this.#fail(asksTooMuch(MOST_ASKED));
    try {
      this.#send({ kind: 'answer', id, value: await (work() ?? Promise.reject(notHere())) });
    } catch (thrown) {
      if (thrown instanceof RunError) this.#fail(thrown);
      else this.#send({ kind: 'refusal', id, message: toFailure(thrown).message });
    } finally {
      this.#asked -= 1;
    }
  }

  #send(order: CodeOrder): void {
    if (!this.ended) this.#port.postMessage(order);
  }
}

function notStarted(): FailureError {
  return new FailureError({
    code: 'internal',
    message: 'The sandbox for code did not start.',
    hint: 'Reload the page and run again.',
    retry: true,
  });
}
