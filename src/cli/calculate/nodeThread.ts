/** A thread of calculations as Node has it. */
import { Worker } from 'node:worker_threads';
import type { CalculationNews } from '#lib/runtime/calculate/answer.ts';
import type { CalculationThread } from '#lib/runtime/calculate/Calculator.ts';

/** Megabytes of JavaScript in the thread. */
const MEMORY_MB = 512;

/** It does not keep the process alive. */
export function nodeThread(): CalculationThread {
  const worker = new Worker(new URL('./thread.js', import.meta.url), {
    name: 'calculation',
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  worker.unref();
  return {
    send: (order) => worker.postMessage(order),
    listen: (hear, died) => {
      worker.removeAllListeners();
      worker.on('message', (news: CalculationNews) => hear(news));
      worker.on('error', ({ message }) => died(message));
    },
    end: () => void worker.terminate(),
  };
}
