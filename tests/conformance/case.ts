/** One flow, what it starts with, and what every host must make of it: plain data, so that any host can read it. */
import type { Mocks } from '#lib/engine/mocks.ts';
import type { Outcome } from '#lib/engine/ports.ts';
import type { PersistedState } from '#lib/engine/State.ts';
import type { JournalStart } from '#lib/model/execution.ts';
import type { Failure } from '#lib/model/failure.ts';
import type { Flow, Integration, Step } from '#lib/model/integration.ts';
import type { SavedPayload } from '#lib/model/payload.ts';
import { flow } from '../support/build.ts';
import { integration } from '../support/flows.ts';

export interface ConformanceCase extends CaseStart {
  /** A sentence about flows. */
  sentence: string;
  integration: Integration;
  /** Name of the flow that is started. */
  flow: string;
  expected: Expected;
}

export interface CaseStart {
  payload?: Partial<SavedPayload>;
  /** Config variable values by key. */
  config?: Record<string, unknown>;
  mocks?: Mocks;
  /** What the network answers, one request after another by address; the last answer stays. */
  replies?: readonly NetworkReply[];
  /** Persisted values before; the scope `instance` is the started flow's. */
  state?: PersistedState;
  start?: JournalStart;
}

export interface NetworkReply {
  url: string;
  /** 0: nobody answers. */
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** What is left out is not looked at. Outputs are compared as JSON. */
export interface Expected {
  status: Outcome['status'];
  /** Every step that ended, in order: its path, its status, its output if that is to be compared. */
  journal?: readonly (readonly [path: string, status: string, output?: unknown])[];
  result?: unknown;
  failure?: Partial<Failure>;
  /** `level message`. */
  log?: readonly string[];
  /** Persisted values afterwards. */
  state?: PersistedState;
  /** Every wait in milliseconds. */
  waits?: readonly number[];
  /** `METHOD url body` of every request that reached the network. */
  requests?: readonly string[];
  /** Names of the flows that were started by steps, in the order they were. */
  invoked?: readonly string[];
  warnings?: number;
  response?: Outcome['response'];
}

/** A case with one flow of the given steps behind a webhook. */
export function of(
  sentence: string,
  steps: readonly Step[],
  expected: Expected,
  start: CaseStart = {},
): ConformanceCase {
  return ofFlows(sentence, [flow(...steps)], expected, start);
}

/** A case with several flows; the first is started. */
export function ofFlows(
  sentence: string,
  flows: readonly Flow[],
  expected: Expected,
  start: CaseStart = {},
): ConformanceCase {
  return { sentence, integration: integration(...flows), flow: flows[0]?.name ?? '', expected, ...start };
}

/** Just the result. */
export function gives(result: unknown): Expected {
  return { status: 'succeeded', result };
}

/** A payload whose body is JSON. */
export function json(body: unknown): CaseStart {
  return { payload: { body: JSON.stringify(body) } };
}
