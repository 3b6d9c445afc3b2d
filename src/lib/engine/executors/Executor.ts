/** The one shape of everything that executes a step. */
import type { ActionResult, StepDefinition } from '#lib/connectors/define.ts';
import type { Known } from '#lib/engine/Known.ts';
import type { Meter } from '#lib/engine/limits.ts';
import type { Ports } from '#lib/engine/ports.ts';
import type { Scope } from '#lib/engine/Scope.ts';
import type { State } from '#lib/engine/State.ts';
import type { Leave, Reply } from '#lib/model/execution.ts';
import type { Step } from '#lib/model/integration.ts';
import type { StepPath } from '#lib/model/path.ts';

/** What all steps of one run share. */
export interface Run {
  ports: Ports;
  scope: Scope;
  state: State;
  known: Known;
  meter: Meter;
  tally: Tally;
}

/** What the run has come to so far, besides its result. */
export interface Tally {
  /** Steps whose failure was ignored. */
  warnings: number;
  /** What the sender of the request gets; the last step that says so counts. */
  response?: Reply;
}

/** One step about to be executed, and the means to do it. */
export interface Execution {
  step: Step;
  path: StepPath;
  definition: StepDefinition;
  run: Run;
  /** From 1. */
  attempt: number;
  /** Runs what a container holds. */
  runSteps: (steps: readonly Step[], parent: StepPath) => Promise<Walked>;
  /** Pauses if the thread was kept busy for long; throws when the run is stopped or out of time. */
  breathe: () => Promise<void> | undefined;
}

/** What a list of steps came to: the last one's result, and whether it was left. */
export interface Walked {
  result?: unknown;
  leave?: Leave;
}

/** What a step came to. */
export interface Done extends ActionResult {
  leave?: Leave;
}

/** A step that has run; `lanesRan` says that the lane it chose has run as well: an action only chooses. */
export interface Executed {
  done: Done;
  lanesRan: boolean;
}

/** Resolves to what the step came to; throws a failure. */
export type Executor = (execution: Execution) => Promise<Done> | Done;
