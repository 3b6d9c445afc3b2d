/** Runs the conformance cases in a worker of a browser, their code in the app's own sandbox. */
import { expose, type ProxyMarked } from 'comlink';
import { Sandbox } from '#lib/runtime/sandbox/Sandbox.ts';
import type { OpenFrame } from '#lib/runtime/worker.ts';
import { suites } from '../conformance/suites.ts';
import { comparable } from '../support/comparable.ts';
import { runCase } from '../support/runCase.ts';
import type { Compared } from './Compared.ts';

export interface CaseWorkerApi {
  /** All cases, one after another; a frame of the page holds the workers of their code. */
  runAll: (openFrame: OpenFrame & ProxyMarked) => Promise<Compared[]>;
}

const api: CaseWorkerApi = {
  async runAll(openFrame) {
    const sandbox = new Sandbox(openFrame);
    const compared: Compared[] = [];
    for (const one of Object.values(suites).flat()) {
      const code = sandbox.open();
      const run = await runCase(one, code);
      code.close();
      compared.push({ sentence: one.sentence, ...comparable(run, one.expected) });
    }
    return compared;
  },
};

expose(api);
