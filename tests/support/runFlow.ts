/** Runs a flow in Node with ports of the test's own. */
import { run } from '#lib/engine/run.ts';
import type { Journal, Outcome, Ports } from '#lib/engine/ports.ts';
import type { Entry, Progress } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import { pathKey } from '#lib/model/path.ts';
import { findStep } from '#lib/runtime/findStep.ts';

export interface FlowRun {
  outcome: Outcome;
  /** `path status` of every finished step, in the order they finished. */
  journal: string[];
  /** Output by path. */
  outputs: Record<string, unknown>;
  entries: Entry[];
  progress: Progress[];
  log: string[];
  flushes: number;
}

export interface FlowStart extends Partial<Omit<Ports, 'journal'>> {
  /** Entries an earlier attempt left. */
  done?: Entry[];
}

export async function runFlow(flow: Flow, { done = [], ...ports }: FlowStart = {}): Promise<FlowRun> {
  const entries: Entry[] = [];
  const progress: Progress[] = [];
  const log: string[] = [];
  let flushes = 0;
  const journal: Journal = {
    find: (path) => done.find((entry) => pathKey(entry.path) === pathKey(path)),
    add: (entry) => entries.push(entry),
    flush: () => Promise.resolve(void flushes++),
  };
  let clock = 1_000;
  const outcome = await run(flow, {
    findStep,
    config: {},
    payload: {},
    journal,
    report: (one) => progress.push(one),
    log: (_path, level, message) => log.push(`${level} ${message}`),
    signal: new AbortController().signal,
    now: () => clock++,
    breathe: () => Promise.resolve(),
    ...ports,
  });
  const outputs = Object.fromEntries(entries.map((entry) => [pathKey(entry.path), entry.output]));
  return {
    outcome,
    journal: entries.map((entry) => `${pathKey(entry.path)} ${entry.status}`),
    outputs,
    entries,
    progress,
    log,
    flushes,
  };
}
