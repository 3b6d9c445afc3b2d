/** Runs a flow in Node with ports of the test's own. */
import { defaultLimits } from '#lib/engine/limits.ts';
import { run } from '#lib/engine/run.ts';
import type { Journal, Outcome, Ports } from '#lib/engine/ports.ts';
import type { Entry, JournalStart, Mark, Progress } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import { pathKey } from '#lib/model/path.ts';
import { findStep } from '#lib/runtime/findStep.ts';
import { calculateHere, noFiles, openSecrets } from './plainPorts.ts';

export interface FlowRun {
  outcome: Outcome;
  /** `path status` of every finished step, in the order they finished. */
  journal: string[];
  /** Output by path. */
  outputs: Record<string, unknown>;
  entries: Entry[];
  marks: Mark[];
  progress: Progress[];
  log: string[];
  flushes: number;
  /** How long each wait was to be, in milliseconds. */
  waits: number[];
}

export interface FlowStart extends Partial<Omit<Ports, 'start'>> {
  /** Entries an earlier attempt left. */
  done?: readonly Entry[];
  start?: JournalStart;
}

/** The clock goes on by a millisecond each time it is asked, and at once by what a step waits. */
export async function runFlow(flow: Flow, { done = [], ...ports }: FlowStart = {}): Promise<FlowRun> {
  const entries: Entry[] = [];
  const marks: Mark[] = [];
  const progress: Progress[] = [];
  const log: string[] = [];
  const waits: number[] = [];
  let flushes = 0;
  const journal: Journal = {
    begin: (mark) => marks.push(mark),
    add: (entry) => entries.push(entry),
    flush: () => Promise.resolve(void flushes++),
    load: () => Promise.resolve(undefined),
  };
  let clock = 1_000;
  const missing = () => Promise.reject(new Error('This test has no such port.'));
  const outcome = await run(flow, {
    findStep,
    facts: {
      executionId: 'run',
      integration: { id: 'i', name: 'Integration' },
      flow: { id: 'f', name: flow.name },
      startedAt: '2026-01-01T00:00:00.000Z',
    },
    flows: [flow],
    config: {},
    payload: {},
    start: { entries: done },
    journal,
    state: {},
    limits: defaultLimits,
    fetch: missing,
    code: { call: missing },
    calculate: calculateHere,
    secrets: openSecrets,
    files: noFiles,
    invoke: missing,
    report: (one) => progress.push(one),
    log: (_path, level, message) => log.push(`${level} ${message}`),
    signal: new AbortController().signal,
    now: () => clock++,
    wait: (ms) => Promise.resolve(void (waits.push(ms), (clock += ms))),
    random: () => 0.5,
    breathe: () => Promise.resolve(),
    ...ports,
  });
  const outputs = Object.fromEntries(entries.map((entry) => [pathKey(entry.path), entry.output]));
  const lines = entries.map((entry) => `${pathKey(entry.path)} ${entry.status}`);
  return { outcome, journal: lines, outputs, entries, marks, progress, log, flushes, waits };
}
