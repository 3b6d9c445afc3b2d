/** One worker of the sandbox from the runtime's side: the code of one step, called as often as the step runs. */
import type { CodeCall, CodeHost } from '#lib/connectors/define.ts';
import { codeFailure, syntaxFailure, tooSlow } from '#lib/connectors/code/codeFailure.ts';
import type { CodeNews, CodeOrder, FrameNews } from '#lib/runtime/sandbox/messages.ts';
import { FailureError, RunError, toFailure } from '#lib/model/failure.ts';

/** Longest time that starting one may take: that is no fault of the user's code. */
const START_MS = 20_000;

interface Call {
  host: CodeHost;
  resolve: (data: unknown) => void;
  reject: (thrown: unknown) => void;
}

export class CodeWorker {
  readonly #port: MessagePort;
  readonly #end: (started: boolean) => void;
  readonly #lineOffset: number;
  readonly #started: Promise<void>;
  #current: Call | undefined;
  #heard: (news: CodeNews) => void = () => undefined;
  #hasStarted = false;
  ended = false;

  /** `end` ends the worker for good; it is told whether it ever started. */
  constructor(port: MessagePort, lineOffset: number, end: (started: boolean) => void) {
    this.#port = port;
    this.#lineOffset = lineOffset;
    this.#end = end;
    this.#started = this.#starting();
    port.onmessage = ({ data }: MessageEvent<CodeNews>) => this.#heard(data);
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
    const timer = setTimeout(() => this.#fail(tooSlow(deadlineMs)), deadlineMs);
    try {
      return await new Promise((resolve, reject) => {
        this.#current = { host, resolve, reject };
        this.#send({ kind: 'call', how, args });
      });
    } finally {
      clearTimeout(timer);
      this.#current = undefined;
    }
  }

  /** Its script could not be run at all. */
  broken({ message, line, column }: FrameNews): void {
    const problem = { message, line: Math.max(1, line - this.#lineOffset), column };
    this.#fail(syntaxFailure(problem));
  }

  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.#port.close();
    this.#end(this.#hasStarted);
  }

  #fail(thrown: unknown): void {
    this.close();
    this.#refuse(thrown);
    this.#current?.reject(thrown);
  }

  #refuse: (thrown: unknown) => void = () => undefined;

  #starting(): Promise<void> {
    const started = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(notStarted()), START_MS);
      this.#refuse = reject;
      this.#heard = ({ kind }) => {
        if (kind !== 'started') return;
        clearTimeout(timer);
        this.#hasStarted = true;
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
    try {
      this.#send({ kind: 'answer', id, value: await (work() ?? Promise.reject(notHere())) });
    } catch (thrown) {
      if (thrown instanceof RunError) this.#fail(thrown);
      else this.#send({ kind: 'refusal', id, message: toFailure(thrown).message });
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

function notHere(): FailureError {
  return new FailureError({ code: 'unsupported', message: 'Code cannot do this here.' });
}
