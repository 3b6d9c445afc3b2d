import type { Done, Execution } from '#lib/engine/executors/Executor.ts';

/** Runs one lane of a branch; the branch's result is the lane's name (format.md 1.10). */
export async function runLane({ step, path, runSteps }: Execution, lane: string): Promise<Done> {
  const { leave } = await runSteps(step.branches?.find(({ name }) => name === lane)?.steps ?? [], path);
  return { data: lane, branch: lane, ...(leave && { leave }) };
}
