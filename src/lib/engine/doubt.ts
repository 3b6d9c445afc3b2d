/** What becomes of a step that was started and has no end: it is never silently run again (architecture 6). */
import type { PerformedDefinition, StepDefinition } from '#lib/connectors/define.ts';
import { retriesOf } from '#lib/engine/handling.ts';
import type { Doubt } from '#lib/engine/Known.ts';
import type { Attempt } from '#lib/model/execution.ts';
import { FailureError, RunError, type Failure } from '#lib/model/failure.ts';
import type { Step } from '#lib/model/integration.ts';

/** `again` runs it, after the attempts that count already; `failed` is a failure like any other of the step. */
export type Settled =
  | { kind: 'again'; earlier: Attempt[] }
  | { kind: 'failed'; failure: FailureError }
  | { kind: 'ended'; output?: unknown; leftOut?: true };

/** Ends the run: somebody has to decide about a step, of this execution or of one that it waits for. */
export class DoubtError extends RunError {
  constructor(step: string, message: string) {
    super({
      code: 'cancelled',
      step,
      message,
      hint: 'Look whether it did. Then run it again, skip it, or mark it as done.',
    });
  }
}

/** By what was decided, else by the step's own error handling. Throws `DoubtError` when neither says anything. */
export function settle(doubt: Doubt, step: Step, definition: StepDefinition): Settled {
  const { mark, decision, hung } = doubt;
  if (decision?.what === 'skip') return { kind: 'ended', leftOut: true };
  if (decision?.what === 'done') return { kind: 'ended', output: decision.output ?? null };
  if (decision?.what === 'runAgain') return { kind: 'again', earlier: [] };
  if (hung) return { kind: 'failed', failure: hungFailure(step) };
  if ((definition as Partial<PerformedDefinition>).repeatable) return { kind: 'again', earlier: [] };
  if (retriesOf(step.errorConfig) === 0) throw inDoubt(step);
  const failure = cutOff(step);
  if (mark.attempt > retriesOf(step.errorConfig))
    return { kind: 'failed', failure: new FailureError(failure) };
  const attempt = { startedAt: mark.at, endedAt: mark.at, failure };
  return { kind: 'again', earlier: Array.from({ length: mark.attempt }, () => attempt) };
}

function inDoubt({ name }: Step): DoubtError {
  return new DoubtError(name, `“${name}” had started when the run was cut off, so it may have taken place.`);
}

function hungFailure({ name }: Step): FailureError {
  return new FailureError({
    code: 'timeout',
    message: `“${name}” stopped answering when it ran before, and had to be ended.`,
    hint: 'Give it less to work on, or change what it does.',
  });
}

function cutOff({ name }: Step): Failure {
  return { code: 'timeout', message: `The run was cut off while “${name}” ran.`, retry: true };
}
