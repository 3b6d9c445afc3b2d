import type { Execution } from '#lib/engine/executors/Executor.ts';
import { readInputs } from '#lib/engine/executors/readInputs.ts';
import { namesInside } from '#lib/model/flow.ts';

/** Runs the body once an item; the loop's result lists the last step's result of each (format.md 1.10). */
export async function loopOverItems({
  step,
  path,
  definition,
  scope,
  runSteps,
}: Execution): Promise<unknown> {
  const { items } = readInputs(definition.inputs, step, scope) as { items: unknown[] };
  const inside = namesInside(step);
  const results: unknown[] = [];
  for (const [index, currentItem] of items.entries()) {
    scope.forget(inside);
    scope.set(step.name, { currentItem, index, isFirst: index === 0, isLast: index === items.length - 1 });
    results.push(await runSteps(step.steps ?? [], [...path, index]));
  }
  return results;
}
