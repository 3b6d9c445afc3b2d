import type { Done, Execution } from '#lib/engine/executors/Executor.ts';
import { readInputs } from '#lib/engine/executors/readInputs.ts';
import { repeat } from '#lib/engine/executors/repeat.ts';

/** Runs the body so many times; its item is the number of the turn, from 0 (format.md 1.10). */
export async function loopNTimes(execution: Execution): Promise<Done> {
  const { definition, step, run } = execution;
  const { iterationCount } = readInputs(definition.inputs, step, run.scope) as { iterationCount: number };
  return await repeat(execution, Math.max(0, Math.trunc(iterationCount)), (index) => index);
}
