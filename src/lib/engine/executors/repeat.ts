import type { Done, Execution } from '#lib/engine/executors/Executor.ts';
import { namesInside } from '#lib/model/flow.ts';

/**
 * Runs the body so many times. The result lists the last step's result of each turn; a turn that was left by a break is
 * not in it (format.md 1.10).
 */
export async function repeat(
  execution: Execution,
  turns: number,
  itemAt: (index: number) => unknown,
): Promise<Done> {
  const { step, path, run, runSteps, breathe } = execution;
  run.meter.checkTurns(turns);
  const inside = namesInside(step);
  const results: unknown[] = [];
  for (let index = 0; index < turns; index++) {
    const turn = [...path, index];
    if (run.known.skipsTurn(turn)) continue;
    const pause = breathe();
    if (pause) await pause;
    run.scope.forget(inside);
    run.scope.set(step.name, {
      currentItem: itemAt(index),
      index,
      isFirst: index === 0,
      isLast: index === turns - 1,
    });
    const { result, leave } = await runSteps(step.steps ?? [], turn);
    if (leave === 'break') break;
    results.push(result);
    if (leave === 'stop') return { data: results, leave };
  }
  return { data: results };
}
