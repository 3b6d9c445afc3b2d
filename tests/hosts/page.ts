/** The page of the test host: what a test may ask of it hangs on `globalThis`. */
import { proxy, transfer, wrap } from 'comlink';
import { SandboxFrame } from '#lib/runtime/sandbox/SandboxFrame.ts';
import { bench } from './bench.ts';
import type { CaseWorkerApi } from './caseWorker.ts';
import caseWorkerUrl from './caseWorker.ts?worker&url';
import type { Compared } from './Compared.ts';
import { startTestWorker } from './startTestWorker.ts';
import { runStoredCases } from './storedCases.ts';

export interface TestHost {
  /** All conformance cases in memory, in a worker. */
  runCases: () => Promise<Compared[]>;
  /** Those that need nothing from a test, through the app's own worker and its database. */
  runStoredCases: () => Promise<Compared[]>;
}

const host: TestHost = {
  async runCases() {
    const worker = startTestWorker(caseWorkerUrl);
    const frame = new SandboxFrame();
    const openFrame = async () => {
      const port = await frame.open();
      return transfer(port, [port]);
    };
    const compared = await wrap<CaseWorkerApi>(worker).runAll(proxy(openFrame));
    worker.terminate();
    return compared;
  },
  runStoredCases,
};

Object.assign(globalThis, { host, bench });
