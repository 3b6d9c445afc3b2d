import { chooseLane } from '#lib/engine/conditions.ts';
import type { Done, Execution } from '#lib/engine/executors/Executor.ts';
import { runLane } from '#lib/engine/executors/lane.ts';
import { readConditions } from '#lib/model/condition.ts';

/** Runs the first lane whose condition holds (format.md 1.6.3). */
export async function branchOnExpression(execution: Execution): Promise<Done> {
  const { step, run } = execution;
  return await runLane(execution, chooseLane(readConditions(step.inputs.conditions), run.scope));
}
