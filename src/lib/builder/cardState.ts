/** What a card says of its step in the shown run. */
import type { PlaceSummary } from '#lib/model/execution.ts';
import type { Step } from '#lib/model/integration.ts';
import type { RunView } from '#lib/state/RunView.svelte.ts';
import { durationText } from '#lib/views/duration.ts';
import type { ShownStatus } from '#lib/views/status.ts';

export interface CardState {
  status: ShownStatus;
  /** "412 ms", "3 items · 96 ms", "Large order". */
  text: string;
  /** First line of what went wrong. */
  error?: string;
}

/** `undefined` when there is nothing to say yet. */
export function cardState(
  step: Step,
  path: readonly string[],
  run: RunView | undefined,
): CardState | undefined {
  const summary = run?.at(path);
  const failure = run?.row?.failure;
  // A run can fail because of a step that it never started.
  if (!summary && failure?.step === step.name)
    return { status: 'failed', text: 'Failed', error: failure.message };
  if (!summary) return isOver(run) ? { status: 'skipped', text: 'Not run' } : undefined;
  if (summary.status === 'failed')
    return { status: 'failed', text: durationText(summary.ms), error: summary.failure?.message };
  if (summary.endedAt === undefined) return stillRunning(run);
  if (summary.status === 'warning')
    return { status: 'warning', text: `Failed, ignored · ${durationText(summary.ms)}` };
  const text = [result(step, summary), durationText(summary.ms)].filter(Boolean).join(' · ');
  return { status: 'succeeded', text };
}

/** A step that never ended in a run that is over was cut off with its tab. */
function stillRunning(run: RunView | undefined): CardState {
  return isOver(run)
    ? { status: 'interrupted', text: 'Interrupted' }
    : { status: 'running', text: 'Running' };
}

function isOver(run: RunView | undefined): boolean {
  return run?.row?.endedAt !== undefined || run?.status === 'interrupted';
}

/** A loop tells how many items it had, a branch which lane it took, a step in a loop how often it ran. */
function result(step: Step, { runs, result }: PlaceSummary): string | undefined {
  if (runs > 1) return `× ${runs}`;
  if (step.steps && typeof result === 'number') return `${result} ${result === 1 ? 'item' : 'items'}`;
  return step.branches && typeof result === 'string' ? result : undefined;
}
