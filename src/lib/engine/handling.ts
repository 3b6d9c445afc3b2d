/** What happens when a step fails: its error handling (format.md 1.5, 1.10). */
import type { Executed, Run } from '#lib/engine/executors/Executor.ts';
import type { Attempt } from '#lib/model/execution.ts';
import { RunError, toFailure, type Failure } from '#lib/model/failure.ts';
import type { ErrorConfig } from '#lib/model/integration.ts';

/** A step that ended well enough for the flow to go on; `failure` is what was ignored. */
export interface Handled {
  executed: Executed;
  failure?: Failure;
}

/** The error handling of a step, with its numbers read and held to the format's bounds. */
interface Handling {
  retries: number;
  delayMs: number;
  backsOff: boolean;
  ignores: boolean;
}

/**
 * Attempts a step as often as its error handling says. Attempts that were followed by another are put into `earlier`;
 * throws the last one's failure.
 */
export async function attemptAll(
  run: Run,
  config: ErrorConfig,
  earlier: Attempt[],
  attempt: (number: number) => Promise<Executed>,
): Promise<Handled> {
  const handling = readHandling(config);
  for (;;) {
    const startedAt = run.ports.now();
    try {
      return { executed: await attempt(earlier.length + 1) };
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (thrown instanceof RunError || failure.code === 'cancelled') throw thrown;
      if (earlier.length < handling.retries && mayHelp(failure)) {
        earlier.push({ startedAt, endedAt: run.ports.now(), failure });
        await waitBefore(run, handling, earlier.length);
      } else if (handling.ignores)
        return { executed: { done: { data: ignored(failure) }, lanesRan: true }, failure };
      else throw thrown;
    }
  }
}

/** How often a failed step is tried again. */
export function retriesOf(config: ErrorConfig | undefined): number {
  return config?.errorHandlerType === 'retry' ? within(config.maxAttempts ?? 0, 5) : 0;
}

function readHandling(config: ErrorConfig): Handling {
  const { errorHandlerType: type, delaySeconds = 0 } = config;
  return {
    retries: retriesOf(config),
    delayMs: within(delaySeconds, 60) * 1000,
    backsOff: config.usesExponentialBackoff === true,
    ignores: type === 'ignore' || (type === 'retry' && config.ignoreFinalError === true),
  };
}

async function waitBefore(
  { ports, meter }: Run,
  { delayMs, backsOff }: Handling,
  retry: number,
): Promise<void> {
  const ms = backsOff ? delayMs * 2 ** (retry - 1) : delayMs;
  meter.checkWait(ms);
  await ports.wait(ms, ports.signal);
}

/** What is not here will not be here a second later. */
function mayHelp({ code }: Failure): boolean {
  return code !== 'unsupported';
}

/** The result of a step whose failure was ignored: branches ask whether `error` exists. */
function ignored({ code, message }: Failure): { error: { code: string; message: string } } {
  return { error: { code, message } };
}

function within(number: number, most: number): number {
  return Number.isFinite(number) ? Math.min(Math.max(0, number), most) : 0;
}
