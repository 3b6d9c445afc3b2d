/** Executes one step and writes down what came of it. */
import type { StepDefinition } from '#lib/connectors/define.ts';
import type { Done, Executed, Execution, Run } from '#lib/engine/executors/Executor.ts';
import { executors } from '#lib/engine/executors/index.ts';
import { attemptAll, type Handled } from '#lib/engine/handling.ts';
import type { Attempt, Entry } from '#lib/model/execution.ts';
import { FailureError, RunError, toFailure, type Failure } from '#lib/model/failure.ts';
import type { Step } from '#lib/model/integration.ts';

/** How a step is executed where that is not from the start and for the first time. */
export interface Manner {
  /** Writes nothing down: the journal has it. */
  quiet?: boolean;
  /** Attempts that count already. */
  earlier?: readonly Attempt[];
  /** How it ends instead of being attempted. */
  fails?: FailureError;
}

/** What a step is executed with before its action is looked up. */
export type Place = Omit<Execution, 'definition' | 'attempt'>;

/** As often as its error handling says. Throws a failure that names the step, after it is written down. */
export async function executeStep(place: Place, find: FindStep, manner: Manner = {}): Promise<Executed> {
  const { step, path, run } = place;
  run.meter.countStep();
  const startedAt = run.ports.now();
  if (!manner.quiet) run.ports.report({ kind: 'started', path, at: startedAt });
  const attempts = [...(manner.earlier ?? [])];
  try {
    const { executed, failure } = await attemptAsTold(place, find, manner, attempts);
    if (failure) run.tally.warnings += 1;
    const times = { path, startedAt, endedAt: run.ports.now() };
    if (!manner.quiet) finishStep(run, entryOf(executed.done, failure, times, attempts));
    return executed;
  } catch (thrown) {
    const error = named(thrown, step);
    const times = { path, startedAt, endedAt: run.ports.now() };
    finishStep(run, withAttempts({ ...times, status: 'failed', failure: error.failure }, attempts));
    throw error;
  }
}

type FindStep = () => StepDefinition;

async function attemptAsTold(
  place: Place,
  find: FindStep,
  { fails }: Manner,
  attempts: Attempt[],
): Promise<Handled> {
  const { errorConfig } = place.step;
  if (!errorConfig && !fails) return { executed: await attempt(place, find(), 1) };
  return await attemptAll(place.run, errorConfig ?? {}, attempts, (number) => {
    if (fails) throw fails;
    return attempt(place, find(), number);
  });
}

/** Spelled out key by key: this is done at every step, and a spread costs more than all the rest. */
async function attempt(place: Place, definition: StepDefinition, number: number): Promise<Executed> {
  const { step, path, run, runSteps, breathe } = place;
  const done = await executors[definition.kind]({
    step,
    path,
    definition,
    run,
    attempt: number,
    runSteps,
    breathe,
  });
  run.meter.checkOutput(done.data);
  return { done, lanesRan: !('perform' in definition) };
}

/** Tells of an entry and adds it to the journal. */
export function finishStep({ ports }: Run, entry: Entry): void {
  // Reported first: a page of the journal carries what the reports have come to.
  ports.report({ kind: 'ended', entry });
  ports.journal.add(entry);
}

type Times = Pick<Entry, 'path' | 'startedAt' | 'endedAt'>;

/** Keys that say nothing are left out: a run may write a million entries. */
function entryOf(
  done: Done,
  failure: Failure | undefined,
  times: Times,
  attempts: readonly Attempt[],
): Entry {
  const { path, startedAt, endedAt } = times;
  const status = failure ? 'warning' : 'succeeded';
  const entry: Entry = { path, status, startedAt, endedAt, output: done.data };
  if (failure) entry.failure = failure;
  if (done.branch !== undefined) entry.branch = done.branch;
  if (done.changes && done.changes.length > 0) entry.changes = done.changes;
  if (done.leave) entry.leave = done.leave;
  if (done.response) entry.response = done.response;
  return withAttempts(entry, attempts);
}

function withAttempts(entry: Entry, attempts: readonly Attempt[]): Entry {
  if (attempts.length > 0) entry.earlier = attempts;
  return entry;
}

/** A container passes on the failure of the step inside it. */
function named(thrown: unknown, { name }: Step): FailureError {
  const failure = toFailure(thrown);
  if (thrown instanceof FailureError && failure.step !== undefined) return thrown;
  const whole = { ...failure, step: failure.step ?? name };
  return thrown instanceof RunError ? new RunError(whole) : new FailureError(whole);
}
