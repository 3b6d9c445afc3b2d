/** The rows of a waterfall: one for each step of the flow, with bars for the times it ran. */
import type { PlaceSummary } from '#lib/model/execution.ts';
import { holdsSteps, type PlacedStep } from '#lib/model/flow.ts';

export interface WaterfallRow {
  placed: PlacedStep;
  /** 0 for steps of the flow itself. */
  depth: number;
  /** Absent when it did not run. */
  summary?: PlaceSummary;
  /** The longest step that holds no steps. */
  slowest: boolean;
}

export interface Bar {
  /** Percent of the whole run. */
  start: number;
  width: number;
  status: PlaceSummary['status'];
}

/** Start and length of the whole run, in milliseconds. */
export interface Whole {
  startedAt: number;
  ms: number;
}

/** A step is called the slowest only where it matters. */
const NOTABLE_MS = 10;

/** Rows in the flow's order; `at` tells what the run did at a place. The slowest is marked once the run is over. */
export function waterfallRows(
  steps: readonly PlacedStep[],
  at: (place: readonly string[]) => PlaceSummary | undefined,
  over: boolean,
): WaterfallRow[] {
  const rows = steps.map((placed) => ({
    placed,
    depth: placed.path.length - 1,
    summary: at(placed.path),
    slowest: false,
  }));
  const leaves = rows.filter(({ placed, summary }) => summary && !holdsSteps(placed.step));
  const longest = Math.max(...leaves.map(({ summary }) => summary?.ms ?? 0));
  const slowest =
    over && leaves.length > 1 && longest >= NOTABLE_MS
      ? leaves.find(({ summary }) => summary?.ms === longest)
      : undefined;
  return rows.map((row) => (row === slowest ? { ...row, slowest: true } : row));
}

/** From the first start to the last end, at least a millisecond; `now` ends what is still running. */
export function wholeRun(rows: readonly WaterfallRow[], now: number): Whole {
  const summaries = rows.flatMap(({ summary }) => summary ?? []);
  if (summaries.length === 0) return { startedAt: 0, ms: 1 };
  const startedAt = summaries.reduce((first, one) => Math.min(first, one.startedAt), Infinity);
  const endedAt = summaries.reduce((last, one) => Math.max(last, one.endedAt ?? now), 0);
  return { startedAt, ms: Math.max(endedAt - startedAt, 1) };
}

/** Time spent at a place, with what has passed of the one that is running. */
export function spent({ ms, runningSince }: PlaceSummary, now: number): number {
  return ms + (runningSince === undefined ? 0 : Math.max(now - runningSince, 0));
}

/** Where the bars of a row stand; a step that ran more often than its spans were kept gets one over all of them. */
export function bars({ summary }: WaterfallRow, whole: Whole, now: number): Bar[] {
  if (!summary) return [];
  const { runs, spans, startedAt, endedAt, status } = summary;
  const shown = runs > spans.length ? [{ startedAt, endedAt, status }] : spans;
  const percent = (ms: number) => (ms / whole.ms) * 100;
  return shown.map((span) => ({
    start: percent(span.startedAt - whole.startedAt),
    width: percent((span.endedAt ?? now) - span.startedAt),
    status: span.status,
  }));
}
