/** A thread of QuickJS as Node sees it: passes calls in and what the code asks for out, and ends what does not end. */
import { Worker } from 'node:worker_threads';
import {
  codeFailure,
  garbled,
  notHere,
  outOfMemory,
  stuck,
  tooSlow,
} from '#lib/connectors/code/codeFailure.ts';
import type { CodeCall } from '#lib/connectors/define.ts';
import { FailureError, RunError, toFailure } from '#lib/model/failure.ts';
import { decode, encode } from './encoding.js';
import type { CallNews, Code, Ending, Question, ThreadNews, ThreadOrder } from './messages.ts';
import { readFlowCall, readLine, readRequest, readThrown } from './questions.ts';

/** What QuickJS gets beyond a deadline to end by itself, which leaves the thread in use. */
const GRACE_MS = 500;
/** Of JavaScript in the thread; the memory of QuickJS has a limit of its own. */
const MEMORY_MB = 512;
/** QuickJS counts a stack of its own: this one must not overflow before. */
const STACK_MB = 64;

interface Call {
  request: CodeCall;
  lineOffset: number;
  resolve: (data: unknown) => void;
  reject: (thrown: unknown) => void;
}

export class Thread {
  readonly #worker: Worker;
  readonly #calls = new Map<number, Call>();
  readonly #started: Promise<void>;
  #count = 0;
  #hasEnded = false;

  constructor() {
    this.#worker = new Worker(new URL('./thread.js', import.meta.url), {
      name: 'code',
      // It is plain JavaScript: what this process was started with would only slow it down.
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, stackSizeMb: STACK_MB },
    });
    this.#worker.on('message', (news: ThreadNews) => this.#take(news));
    this.#worker.on('error', (error) => this.#end(deathOf(error)));
    this.#started = new Promise((resolve, reject) => {
      this.#worker.once('message', () => resolve());
      this.#worker.once('error', (error) => reject(deathOf(error)));
      this.#worker.once('exit', () => reject(ended()));
    });
    // Whoever calls hears of it; a thread may end before anybody does.
    this.#started.catch(() => undefined);
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Resolves to what the code returned. Rejects with a `FailureError`, or with why the run was stopped. */
  async call(request: CodeCall, code: Code): Promise<unknown> {
    await this.#started;
    const { signal, deadlineMs } = request;
    const stop = () => this.#end(signal.reason);
    signal.throwIfAborted();
    if (this.#hasEnded) throw ended();
    signal.addEventListener('abort', stop, { once: true });
    const timer = setTimeout(() => this.#end(tooSlow(deadlineMs)), deadlineMs + GRACE_MS);
    try {
      return await this.#run(request, code);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  close(): void {
    this.#end(ended());
  }

  #run(request: CodeCall, code: Code): Promise<unknown> {
    const { how, args, deadlineMs } = request;
    return new Promise((resolve, reject) => {
      const id = ++this.#count;
      this.#calls.set(id, { request, lineOffset: code.lineOffset, resolve, reject });
      this.#send({ kind: 'call', id, code, deadlineMs, ...encode({ how, args }) });
    });
  }

  #take(news: ThreadNews): void {
    const call = news.kind === 'started' ? undefined : this.#calls.get(news.id);
    if (!call || news.kind === 'started') return;
    try {
      this.#hear(call, news);
    } catch {
      this.#end(garbled());
    }
  }

  #hear(call: Call, news: CallNews): void {
    if (news.kind === 'log') this.#log(call, news.text);
    else if ('asked' in news) void this.#answer(call, news);
    else this.#settle(call, news);
  }

  #settle(call: Call, news: Ending): void {
    if (news.kind === 'done') call.resolve(decode(news.text, news.parts ?? []));
    else if (news.kind === 'threw')
      call.reject(codeFailure(readThrown(decode(news.text, [])), call.lineOffset));
    else if (news.kind === 'tooSlow') call.reject(tooSlow(call.request.deadlineMs));
    else call.reject(news.kind === 'stuck' ? stuck() : outOfMemory());
    this.#calls.delete(news.id);
  }

  #log({ request }: Call, text: string): void {
    const { level, message } = readLine(decode(text, []));
    request.host.log(level, message);
  }

  /** What ends the whole run is not the code's to catch. */
  async #answer(call: Call, { kind, asked, text, parts }: Question): Promise<void> {
    try {
      const value = await answerOf(call.request, kind, decode(text, parts));
      this.#send({ kind: 'answer', id: asked, ...encode(value) });
    } catch (thrown) {
      if (thrown instanceof RunError) this.#end(thrown);
      else this.#send({ kind: 'refusal', id: asked, ...encode(toFailure(thrown).message) });
    }
  }

  #send(order: ThreadOrder): void {
    if (!this.#hasEnded) this.#worker.postMessage(order);
  }

  #end(thrown: unknown): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    void this.#worker.terminate();
    for (const { reject } of this.#calls.values()) reject(thrown);
    this.#calls.clear();
  }
}

async function answerOf({ host }: CodeCall, kind: Question['kind'], question: unknown): Promise<unknown> {
  if (kind === 'request' && host.request) return await host.request(readRequest(question));
  if (kind === 'invokeFlow' && host.invokeFlow) {
    const { name, data } = readFlowCall(question);
    return await host.invokeFlow(name, data);
  }
  throw notHere();
}

function deathOf(error: NodeJS.ErrnoException): Error {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory() : error;
}

function ended(): FailureError {
  return new FailureError({ code: 'internal', message: 'The code was ended together with its run.' });
}
