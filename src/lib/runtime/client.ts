/** The page's side of the runtime worker. */
import { proxy, wrap, type Remote } from 'comlink';
import type { Failure } from '#lib/model/failure.ts';
import { CANCEL_CHANNEL } from '#lib/runtime/channel.ts';
import { markInterrupted, markWhenDead } from '#lib/runtime/lock.ts';
import type { Ended, Report } from '#lib/runtime/Runtime.ts';
import type { RuntimeApi } from '#lib/runtime/worker.ts';
import type { Database } from '#lib/storage/database.ts';
import workerUrl from '#lib/runtime/worker.ts?worker&url';

export class RuntimeClient {
  #remote: Remote<RuntimeApi> | undefined;
  readonly #cancelling = new BroadcastChannel(CANCEL_CHANNEL);
  /** Rejects when the worker cannot start or dies; nothing else would end the calls that wait for it. */
  #died: Promise<never> | undefined;

  /** Runs an execution that was written down. Never rejects; `report` is called at most once a frame. */
  async run(executionId: string, report: Report): Promise<Ended> {
    try {
      const remote = this.#start();
      return await Promise.race([remote.run(executionId, proxy(report)), this.#died ?? never()]);
    } catch (thrown) {
      return { status: 'failed', failure: workerFailure(thrown) };
    }
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
  async recover(database: Database): Promise<void> {
    await markInterrupted(database);
  }

  /** Follows a run of another tab: when that tab dies, the run is marked as interrupted. */
  async follow(database: Database, executionId: string, signal: AbortSignal): Promise<void> {
    await markWhenDead(database, executionId, signal);
  }

  #start(): Remote<RuntimeApi> {
    if (this.#remote) return this.#remote;
    const worker = new Worker(trusted(workerUrl), { type: 'module', name: 'runtime' });
    this.#died = new Promise((_resolve, reject) => {
      worker.onerror = (event) => {
        // Ended for sure: it must not go on with a run that is told to have failed.
        worker.terminate();
        this.#remote = undefined;
        reject(new Error(event.message || 'The file of the runtime worker could not be loaded.'));
      };
    });
    // Only calls in flight care; without any, its end is no unhandled rejection.
    this.#died.catch(() => undefined);
    this.#remote = wrap<RuntimeApi>(worker);
    return this.#remote;
  }
}

function workerFailure(thrown: unknown): Failure {
  return {
    code: 'internal',
    message: 'The part of the app that runs flows stopped working.',
    hint: 'Reload the page and run again.',
    retry: true,
    detail: thrown instanceof Error ? thrown.message : String(thrown),
  };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Trusted Types let a worker start only from a URL that a named policy made; ours makes one of our own file only. */
function trusted(url: string): string {
  policy ??= trustedTypes?.createPolicy('sluice-worker', { createScriptURL: () => workerUrl });
  return policy ? (policy.createScriptURL(url) as unknown as string) : url;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };

/** Made once: a page may not make two policies of one name. */
let policy: TrustedTypePolicy | undefined;

interface TrustedTypePolicy {
  createScriptURL: (url: string) => object;
}

/** Part of the platform that TypeScript's own types do not have. */
interface TrustedTypePolicyFactory {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => TrustedTypePolicy;
}
