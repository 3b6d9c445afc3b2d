/** The executor of each kind of step. */
import type { StepDefinition } from '#lib/connectors/define.ts';
import { branchOnExpression } from '#lib/engine/executors/branchOnExpression.ts';
import { branchOnValue } from '#lib/engine/executors/branchOnValue.ts';
import { breakLoop } from '#lib/engine/executors/breakLoop.ts';
import type { Executor } from '#lib/engine/executors/Executor.ts';
import { loopNTimes } from '#lib/engine/executors/loopNTimes.ts';
import { loopOverItems } from '#lib/engine/executors/loopOverItems.ts';
import { perform } from '#lib/engine/executors/perform.ts';
import { selectExecutedStepResult } from '#lib/engine/executors/selectExecutedStepResult.ts';
import { stopExecution } from '#lib/engine/executors/stopExecution.ts';

export const executors: Readonly<Record<StepDefinition['kind'], Executor>> = {
  trigger: perform,
  action: perform,
  branchOnExpression,
  branchOnValue,
  selectExecutedStepResult,
  loopOverItems,
  loopNTimes,
  breakLoop,
  stopExecution,
};
