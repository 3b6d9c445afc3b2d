import type { Done, Execution } from '#lib/engine/executors/Executor.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Leaves the innermost loop, also from inside branches; that turn has no result (format.md 1.10). */
export function breakLoop({ path }: Execution): Done {
  if (path.some((part) => typeof part === 'number')) return { data: null, leave: 'break' };
  throw new FailureError({
    code: 'input',
    message: 'This step leaves a loop, but it stands in none.',
    hint: 'Move it into a loop, or use “Stop execution”.',
  });
}
