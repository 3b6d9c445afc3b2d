/** The one shape of everything that executes a step. */
import type { StepDefinition } from '#lib/connectors/define.ts';
import type { StepPath } from '#lib/model/path.ts';
import type { Ports } from '#lib/engine/ports.ts';
import type { Scope } from '#lib/engine/Scope.ts';
import type { Step } from '#lib/model/integration.ts';

/** One step about to be executed, and the means to do it. */
export interface Execution {
  step: Step;
  path: StepPath;
  definition: StepDefinition;
  ports: Ports;
  scope: Scope;
  /** Runs what a container holds; resolves to the last step's result. */
  runSteps: (steps: readonly Step[], parent: StepPath) => Promise<unknown>;
}

/** Resolves to the step's result; throws a failure. */
export type Executor = (execution: Execution) => Promise<unknown>;
