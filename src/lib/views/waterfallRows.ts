/** The rows of a waterfall: one for each step of the flow, with a bar for each time it ran. */
import { placedSteps, type PlacedStep } from '#lib/model/flow.ts';
import type { Flow } from '#lib/model/integration.ts';
import type { StepRun } from '#lib/state/LiveRun.svelte.ts';

export interface WaterfallRow {
  placed: PlacedStep;
  /** 0 for steps of the flow itself. */
  depth: number;
  runs: readonly StepRun[];
  /** Milliseconds from the first start to the last end; absent when it did not run. */
  ms?: number;
  /** The longest step that holds no steps. */
  slowest: boolean;
}

export interface Bar {
  /** Percent of the whole run. */
  start: number;
  width: number;
  status: StepRun['status'];
}

/** More bars than this could not be told apart. */
const MOST_BARS = 200;

/** Rows in the flow's order; `at` gives the runs of the step at a place. */
export function waterfallRows(flow: Flow, at: (path: readonly string[]) => readonly StepRun[], now: number): WaterfallRow[] {
  const rows = placedSteps(flow).map((placed) => {
    const runs = at(placed.path);
    return { placed, depth: placed.path.length - 1, runs, ms: spanOf(runs, now), slowest: false };
  });
  const leaves = rows.filter(({ placed, ms }) => ms !== undefined && !placed.step.steps && !placed.step.branches);
  const longest = Math.max(...leaves.map(({ ms = 0 }) => ms));
  return leaves.length < 2 ? rows : rows.map((row) => ({ ...row, slowest: leaves.includes(row) && row.ms === longest }));
}

/** From the first start to the last end of all rows, at least a millisecond. */
export function wholeSpan(rows: readonly WaterfallRow[], now: number): { start: number; ms: number } {
  const runs = rows.flatMap((row) => row.runs);
  const start = runs.reduce((first, run) => Math.min(first, run.startedAt), Infinity);
  const end = runs.reduce((last, run) => Math.max(last, run.endedAt ?? now), -Infinity);
  return runs.length === 0 ? { start: 0, ms: 1 } : { start, ms: Math.max(end - start, 1) };
}

/** Where the bars of a row stand; very many runs become one bar over their whole span. */
export function bars(row: WaterfallRow, whole: { start: number; ms: number }, now: number): Bar[] {
  const percent = (ms: number) => (ms / whole.ms) * 100;
  const [first] = row.runs;
  if (!first) return [];
  if (row.runs.length > MOST_BARS)
    return [{ start: percent(first.startedAt - whole.start), width: percent(row.ms ?? 0), status: worst(row.runs) }];
  return row.runs.map(({ startedAt, endedAt = now, status }) => ({
    start: percent(startedAt - whole.start),
    width: percent(endedAt - startedAt),
    status,
  }));
}

function spanOf(runs: readonly StepRun[], now: number): number | undefined {
  const [first] = runs;
  if (!first) return undefined;
  return runs.reduce((last, run) => Math.max(last, run.endedAt ?? now), 0) - first.startedAt;
}

function worst(runs: readonly StepRun[]): StepRun['status'] {
  return runs.some(({ status }) => status === 'failed') ? 'failed' : 'succeeded';
}
