/** A run's status as it is spoken: "Run failed at step 4, Post summary: Channel is missing." */
import type { PlacedStep } from '#lib/model/flow.ts';
import type { RunView } from '#lib/state/RunView.svelte.ts';
import { durationText } from '#lib/views/duration.ts';

/** `undefined` while there is nothing to say; `resumed` when it goes on after it was cut off. */
export function runSentence(
  run: RunView,
  placed: readonly PlacedStep[],
  resumed = false,
): string | undefined {
  const { row } = run;
  switch (row?.status) {
    case undefined:
    case null:
      return undefined;
    case 'queued':
    case 'running':
      return resumed ? 'Run resumed.' : 'Run started.';
    case 'succeeded':
    case 'warning':
      return `Run succeeded, ${run.places.length} steps, ${durationText((row.endedAt ?? row.startedAt) - row.startedAt)}.`;
    case 'failed':
      return `Run ${lowerFirst(failedAt(row.failure?.step, placed))}: ${row.failure?.message ?? 'unknown reason'}`;
    case 'cancelled':
      return 'Run stopped.';
    case 'interrupted':
      return 'Run interrupted.';
  }
}

/** "Failed at step 4, Post summary". */
export function failedAt(stepName: string | undefined, placed: readonly PlacedStep[]): string {
  const found = placed.find(({ step }) => step.name === stepName);
  return found ? `Failed at step ${found.number}, ${found.step.name}` : 'Failed';
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
