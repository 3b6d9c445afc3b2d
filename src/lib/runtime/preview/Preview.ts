/** Evaluates inputs in a worker of their own, which is ended when it takes too long: no run is harmed by that. */
import type { Evaluated, Samples } from '#lib/runtime/preview/evaluate.ts';
import type { PreviewNews, PreviewOrder } from '#lib/runtime/preview/worker.ts';
import type { Input } from '#lib/model/integration.ts';

/** Longest time for one input. */
const DEADLINE_MS = 500;

export class Preview {
  readonly #startWorker: () => Worker;
  readonly #samples: Samples;
  #worker: Promise<Worker> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(startWorker: () => Worker, samples: Samples) {
    this.#startWorker = startWorker;
    this.#samples = samples;
  }

  /** One after another; never rejects. */
  async evaluate(input: Input): Promise<Evaluated> {
    const answer = this.#turn.then(() => this.#ask(input)).catch(() => late);
    this.#turn = answer;
    return await answer;
  }

  close(): void {
    void this.#worker?.then((worker) => worker.terminate());
    this.#worker = undefined;
  }

  async #ask(input: Input): Promise<Evaluated> {
    this.#worker ??= this.#start();
    const worker = await this.#worker;
    const { promise, resolve } = Promise.withResolvers<Evaluated>();
    const timer = setTimeout(() => {
      this.close();
      resolve(late);
    }, DEADLINE_MS);
    worker.onmessage = ({ data }: MessageEvent<PreviewNews>) => {
      if (data.kind === 'evaluated') resolve(data.evaluated);
    };
    send(worker, { kind: 'evaluate', input });
    return await promise.finally(() => clearTimeout(timer));
  }

  /** Its clock begins when it is loaded and has the samples: neither is the input's fault. */
  async #start(): Promise<Worker> {
    const worker = this.#startWorker();
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = () => resolve();
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    send(worker, { kind: 'samples', samples: this.#samples });
    return worker;
  }
}

const late: Evaluated = {
  kind: 'failed',
  failure: { code: 'timeout', message: 'The preview took longer than half a second.', retry: false },
};

function send(worker: Worker, order: PreviewOrder): void {
  worker.postMessage(order);
}
