/** What a card says of its step in the shown run. */
import type { Step } from '#lib/model/integration.ts';
import type { StepRun } from '#lib/state/LiveRun.svelte.ts';
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
export function cardState(step: Step, path: readonly string[], run: RunView | undefined): CardState | undefined {
  const runs = run?.at(path) ?? [];
  if (runs.length === 0) return isOver(run) ? { status: 'skipped', text: 'Not run' } : undefined;
  if (runs.some(({ endedAt }) => endedAt === undefined)) return stillRunning(run);
  const failed = runs.find(({ status }) => status === 'failed');
  if (failed) return { status: 'failed', text: spent(runs), error: failed.failure?.message };
  return { status: 'succeeded', text: [result(step, runs), spent(runs)].filter(Boolean).join(' · ') };
}

/** A step that never ended in a run that is over was cut off with its tab. */
function stillRunning(run: RunView | undefined): CardState {
  return isOver(run) ? { status: 'interrupted', text: 'Interrupted' } : { status: 'running', text: 'Running' };
}

function isOver(run: RunView | undefined): boolean {
  return run?.row?.endedAt !== undefined || run?.status === 'interrupted';
}

/** A loop tells how many items it had, a branch which lane it took. */
function result(step: Step, runs: readonly StepRun[]): string | undefined {
  const output = runs.at(-1)?.output;
  if (step.steps && Array.isArray(output)) return `${output.length} ${output.length === 1 ? 'item' : 'items'}`;
  if (step.branches && typeof output === 'string') return output;
  return runs.length > 1 ? `× ${runs.length}` : undefined;
}

function spent(runs: readonly StepRun[]): string {
  return durationText(runs.reduce((sum, { startedAt, endedAt = startedAt }) => sum + endedAt - startedAt, 0));
}
