/** A thread of calculations as the browser has it: a worker that the runtime worker starts. */
import calculationUrl from '#lib/runtime/calculate/calculationWorker.ts?worker&url';
import type { CalculationNews } from '#lib/runtime/calculate/answer.ts';
import type { CalculationThread } from '#lib/runtime/calculate/Calculator.ts';
import { trustedTypes, type TrustedTypePolicy } from '#lib/runtime/trustedTypes.ts';

export function workerThread(): CalculationThread {
  const worker = new Worker(address(), { type: 'module', name: 'calculation' });
  return {
    send: (order) => worker.postMessage(order),
    listen: (hear, died) => {
      worker.onmessage = ({ data }: MessageEvent<CalculationNews>) => hear(data);
      worker.onerror = ({ message }) => died(message);
    },
    end: () => worker.terminate(),
  };
}

/** The only address that this thread may start a worker from. */
function address(): string {
  policy ??= trustedTypes?.createPolicy('sluice-worker', { createScriptURL: () => calculationUrl });
  return policy ? (policy.createScriptURL('') as unknown as string) : calculationUrl;
}

/** Made once: a thread may not make two policies of one name. */
let policy: TrustedTypePolicy | undefined;
