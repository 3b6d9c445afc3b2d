/** The page's side of the runtime worker. */
import { proxy, transfer, wrap, type Remote } from 'comlink';
import type { Failure } from '#lib/model/failure.ts';
import type { Trial, Tried } from '#lib/model/trial.ts';
import { CANCEL_CHANNEL } from '#lib/runtime/channel.ts';
import { markHung } from '#lib/runtime/hang.ts';
import { markInterrupted, markWhenDead } from '#lib/runtime/lock.ts';
import { Preview } from '#lib/runtime/preview/Preview.ts';
import type { SampledStep } from '#lib/runtime/preview/Samples.ts';
import type { Ended, Report } from '#lib/runtime/Runtime.ts';
import { SandboxFrame } from '#lib/runtime/sandbox/SandboxFrame.ts';
import { startWorker } from '#lib/runtime/trusted.ts';
import { Watchdog } from '#lib/runtime/Watchdog.ts';
import type { RuntimeApi } from '#lib/runtime/worker.ts';
import type { Database } from '#lib/storage/database.ts';

/** A run that hangs its worker more often than this is given up; the second time its step is known and fails. */
const MOST_HANGS = 3;

export class RuntimeClient {
  readonly #database: Database;
  readonly #cancelling = new BroadcastChannel(CANCEL_CHANNEL);
  readonly #frame = new SandboxFrame();
  readonly #running = new Set<string>();
  #worker: RunningWorker | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Runs an execution that was written down, or goes on with one that was cut off. Never rejects; `report` is called at
   * most once a frame.
   */
  async run(executionId: string, report: Report): Promise<Ended> {
    return await this.#watched(
      executionId,
      () => this.#attempt(executionId, report),
      (failure) => ({ status: 'failed', failure }),
    );
  }

  /** Runs one action by itself, until it ends or the signal is aborted. Never rejects. */
  async tryAction(trial: Trial, signal: AbortSignal): Promise<Tried> {
    const id = crypto.randomUUID();
    const failed = (failure: Failure): Tried => ({ failure, log: [], durationMs: 0 });
    const attempt = async (): Promise<Tried> => {
      const { remote, died } = this.#start();
      signal.addEventListener('abort', () => void remote.stopTrial(id), { once: true });
      const tried = await Promise.race([remote.tryAction(id, trial), died]);
      return tried === 'hung' ? failed(hung) : tried;
    };
    return await this.#watched(id, attempt, failed);
  }

  /** Asks a run to stop, whichever tab runs it. */
  cancel(executionId: string): void {
    this.#cancelling.postMessage(executionId);
  }

  /** Loads the worker before it is needed, so that the first run starts at once, also offline. */
  warm(): void {
    this.#start();
  }

  /** Marks runs whose tab is gone as interrupted. */
  async recover(): Promise<void> {
    await markInterrupted(this.#database);
  }

  /** Follows a run of another tab: when that tab dies, the run is marked as interrupted. */
  async follow(executionId: string, signal: AbortSignal): Promise<void> {
    await markWhenDead(this.#database, executionId, signal);
  }

  /** What inputs stand for at a step of a run that has been; to be closed when nobody looks any more. */
  preview(step: SampledStep): Preview {
    return new Preview(() => startWorker('preview'), step);
  }

  /** Has the watchdog look while something runs. */
  async #watched<T>(id: string, work: () => Promise<T>, failed: (failure: Failure) => T): Promise<T> {
    this.#running.add(id);
    this.#start().watchdog.start();
    try {
      return await work();
    } catch (thrown) {
      return failed(workerFailure(thrown));
    } finally {
      this.#running.delete(id);
      if (this.#running.size === 0) this.#worker?.watchdog.stop();
    }
  }

  async #attempt(executionId: string, report: Report, hangs = 0): Promise<Ended> {
    const { remote, died } = this.#start();
    const ended = await Promise.race([remote.run(executionId, proxy(report)), died]);
    if (ended !== 'hung') return ended;
    if (hangs === MOST_HANGS) throw new Error('The run hung its thread again and again.');
    await markHung(this.#database, executionId, this.#running.size === 1);
    return await this.#attempt(executionId, report, hangs + 1);
  }

  #start(): RunningWorker {
    this.#worker ??= this.#startWorker();
    return this.#worker;
  }

  #startWorker(): RunningWorker {
    const worker = startWorker('runtime');
    const remote = wrap<RuntimeApi>(worker);
    void remote.connect(proxy(async () => this.#openFrame()));
    const { promise: died, resolve, reject } = Promise.withResolvers<'hung'>();
    // Ended for sure: it must not go on with a run that is told to have failed.
    const end = () => {
      worker.terminate();
      this.#frame.close();
      this.#worker = undefined;
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message || 'The file of the runtime worker could not be loaded.'));
    };
    // Only calls in flight care; without any, its end is no unhandled rejection.
    died.catch(() => undefined);
    const watchdog = new Watchdog(
      () => remote.ping(),
      () => {
        end();
        resolve('hung');
        if (this.#running.size > 0) this.#start().watchdog.start();
      },
    );
    return { remote, died, watchdog };
  }

  async #openFrame(): Promise<MessagePort> {
    const port = await this.#frame.open();
    return transfer(port, [port]);
  }
}

interface RunningWorker {
  remote: Remote<RuntimeApi>;
  /** Resolves when it hung and was ended, rejects when it cannot start; nothing else would end the calls that wait. */
  died: Promise<'hung'>;
  watchdog: Watchdog;
}

const hung: Failure = {
  code: 'timeout',
  message: 'The action kept its thread busy without an answer, and was ended.',
  hint: 'Give it less to do.',
  retry: false,
};

function workerFailure(thrown: unknown): Failure {
  return {
    code: 'internal',
    message: 'The part of the app that runs flows stopped working.',
    hint: 'Reload the page and run again.',
    retry: true,
    detail: thrown instanceof Error ? thrown.message : String(thrown),
  };
}
