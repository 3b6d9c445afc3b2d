import { chooseLane } from '#lib/engine/conditions.ts';
import type { Execution } from '#lib/engine/executors/Executor.ts';
import { readConditions } from '#lib/model/condition.ts';

/** Runs one lane; the branch's result is the lane's name (format.md 1.10). */
export async function branchOnExpression({ step, path, scope, runSteps }: Execution): Promise<unknown> {
  const lane = chooseLane(readConditions(step.inputs.conditions), scope);
  await runSteps(step.branches?.find(({ name }) => name === lane)?.steps ?? [], path);
  return lane;
}
