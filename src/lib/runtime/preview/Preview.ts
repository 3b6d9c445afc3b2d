/** Evaluates inputs in a worker of their own, which is ended when it takes too long: no run is harmed by that. */
import type { Evaluated } from '#lib/runtime/preview/evaluate.ts';
import type { SampledStep } from '#lib/runtime/preview/Samples.ts';
import type { PreviewNews, PreviewOrder } from '#lib/runtime/preview/previewWorker.ts';
import type { Input } from '#lib/model/integration.ts';

/** Longest time for one input; reading what it needs from the disk is not counted. */
const DEADLINE_MS = 500;

export class Preview {
  readonly #startWorker: () => Worker;
  readonly #step: SampledStep;
  #worker: Worker | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** Of inputs as a step of an execution would have had them. */
  constructor(startWorker: () => Worker, step: SampledStep) {
    this.#startWorker = startWorker;
    this.#step = step;
  }

  /** One after another; never rejects. */
  async evaluate(input: Input): Promise<Evaluated> {
    const answer = this.#turn.then(() => this.#ask(input));
    this.#turn = answer;
    return await answer;
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(input: Input): Promise<Evaluated> {
    const worker = (this.#worker ??= this.#start());
    let timer: ReturnType<typeof setTimeout> | undefined;
    return new Promise((resolve) => {
      const end = (evaluated: Evaluated) => {
        clearTimeout(timer);
        resolve(evaluated);
      };
      const giveUp = (message: string) => {
        this.close();
        end(unavailable(message));
      };
      worker.onerror = ({ message }) => giveUp(message || 'The preview could not be loaded.');
      worker.onmessage = ({ data }: MessageEvent<PreviewNews>) => {
        if (data.kind === 'evaluated') end(data.evaluated);
        else timer = setTimeout(() => giveUp('The preview took longer than half a second.'), DEADLINE_MS);
      };
      send(worker, { kind: 'evaluate', input });
    });
  }

  #start(): Worker {
    const worker = this.#startWorker();
    send(worker, { kind: 'open', step: this.#step });
    return worker;
  }
}

function unavailable(message: string): Evaluated {
  return { kind: 'failed', failure: { code: 'timeout', message, retry: false } };
}

function send(worker: Worker, order: PreviewOrder): void {
  worker.postMessage(order);
}
