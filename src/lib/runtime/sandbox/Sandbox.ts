/** The runtime worker's part of the sandbox: one worker of the user's code for each code step of an execution. */
import codeWorker from '#lib/runtime/sandbox/codeWorker.js?raw';
import guest from '#lib/connectors/code/guest/guest.js?raw';
import log from '#lib/connectors/code/guest/log.js?raw';
import network from '#lib/connectors/code/guest/network.js?raw';
import plain from '#lib/connectors/code/guest/plain.js?raw';
import { expressionOf, guestSource } from '#lib/connectors/code/guest/source.js';
import type { CodeCall, CodeRunner } from '#lib/connectors/define.ts';
import { CODE_FILE, syntaxFailure } from '#lib/connectors/code/codeFailure.ts';
import type { Prepared } from '#lib/connectors/code/prepareCode.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { Flow } from '#lib/model/integration.ts';
import { CodeWorker } from '#lib/runtime/sandbox/CodeWorker.ts';
import type { FrameNews, FrameOrder } from '#lib/runtime/sandbox/messages.ts';

/** Runs code for one execution, until it is closed. */
export interface CodeSession extends CodeRunner {
  close: () => void;
}

/** Workers that one execution may have at once; a flow with more code steps starts some of them anew. */
const MOST_WORKERS = 12;

/** A frame that has not answered for so long is gone. */
const SILENT_MS = 5_000;

export class Sandbox {
  readonly #openFrame: () => Promise<MessagePort>;
  #frame: Promise<MessagePort> | undefined;
  readonly #workers = new Map<number, CodeWorker>();
  readonly #pongs: (() => void)[] = [];
  #count = 0;

  /** `openFrame` makes a new frame on the page and resolves to its port. */
  constructor(openFrame: () => Promise<MessagePort>) {
    this.#openFrame = openFrame;
  }

  /** For one execution: nothing that its code leaves behind is there for another. */
  open(flow?: Flow): CodeSession {
    if (flow && placedSteps(flow).some(({ step }) => step.action.connector === 'code')) this.#warm();
    const workers = new Map<string, CodeWorker>();
    return {
      call: async (call) => await (await this.#workerFor(call, workers)).call(call),
      close: () => workers.forEach((worker) => worker.close()),
    };
  }

  /** What the first code step needs is loaded while the steps before it run. */
  #warm(): void {
    // Whoever needs it hears of a failure.
    loadPrepare().catch(() => undefined);
    this.#openedFrame().catch(() => undefined);
  }

  async #workerFor({ source }: CodeCall, workers: Map<string, CodeWorker>): Promise<CodeWorker> {
    const known = workers.get(source);
    workers.delete(source);
    const worker = known && !known.ended ? known : await this.#start(source);
    workers.set(source, worker);
    const [oldest] = workers.size > MOST_WORKERS ? workers.keys() : [];
    if (oldest !== undefined) workers.get(oldest)?.close();
    if (oldest !== undefined) workers.delete(oldest);
    return worker;
  }

  async #start(code: string): Promise<CodeWorker> {
    const { prepareCode } = await loadPrepare();
    const prepared = prepareCode(code);
    if ('problem' in prepared) throw syntaxFailure(prepared.problem);
    const frame = await this.#openedFrame();
    const { port1, port2 } = new MessageChannel();
    const id = ++this.#count;
    const worker = new CodeWorker(port1, LINES_BEFORE + prepared.lineOffset, {
      end: () => this.#end(frame, id),
      isAlive: () => this.#isAlive(frame),
    });
    this.#workers.set(id, worker);
    send(frame, { kind: 'start', id, source: sourceOf(prepared) }, [port2]);
    return worker;
  }

  #openedFrame(): Promise<MessagePort> {
    this.#frame ??= this.#newFrame();
    return this.#frame;
  }

  async #newFrame(): Promise<MessagePort> {
    const frame = await this.#openFrame();
    frame.onmessage = ({ data }: MessageEvent<FrameNews>) => {
      if (data.kind === 'pong') this.#pongs.splice(0).forEach((hear) => hear());
      else this.#workers.get(data.id)?.broken(data);
    };
    return frame;
  }

  #end(frame: MessagePort, id: number): void {
    this.#workers.delete(id);
    send(frame, { kind: 'stop', id });
  }

  /** Asked when code does not end: its process may be gone, and then the next code gets another frame. */
  async #isAlive(frame: MessagePort): Promise<boolean> {
    const answered = new Promise<boolean>((resolve) => this.#pongs.push(() => resolve(true)));
    const silent = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), SILENT_MS));
    send(frame, { kind: 'ping' });
    const isAlive = await Promise.race([answered, silent]);
    if (!isAlive) this.#frame = undefined;
    return isAlive;
  }
}

/** Most flows have no code. */
const loadPrepare = () => import('#lib/connectors/code/prepareCode.ts');

const BEFORE = `(${expressionOf(codeWorker)})(${guestSource({ guest, log, network, plain })});\n$code =\n`;
const LINES_BEFORE = BEFORE.split('\n').length - 1;

function sourceOf({ script }: Extract<Prepared, { script: string }>): string {
  return `${BEFORE}${script};\n//# sourceURL=${CODE_FILE}`;
}

function send(frame: MessagePort, order: FrameOrder, ports: Transferable[] = []): void {
  frame.postMessage(order, ports);
}
