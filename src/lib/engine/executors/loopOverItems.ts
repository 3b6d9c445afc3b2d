import type { Done, Execution } from '#lib/engine/executors/Executor.ts';
import { readInputs } from '#lib/engine/executors/readInputs.ts';
import { repeat } from '#lib/engine/executors/repeat.ts';

/** Runs the body once an item (format.md 1.10, 2.1). */
export async function loopOverItems(execution: Execution): Promise<Done> {
  const { definition, step, run } = execution;
  const { items } = readInputs(definition.inputs, step, run.scope) as { items: unknown[] };
  return await repeat(execution, items.length, (index) => items[index]);
}
