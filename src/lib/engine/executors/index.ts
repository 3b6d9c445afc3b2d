/** The executor of each kind of step. */
import { branchOnExpression } from '#lib/engine/executors/branchOnExpression.ts';
import type { Executor } from '#lib/engine/executors/Executor.ts';
import { loopOverItems } from '#lib/engine/executors/loopOverItems.ts';
import { perform } from '#lib/engine/executors/perform.ts';
import type { StepKind } from '#lib/model/catalogue.ts';

export const executors: Readonly<Record<StepKind, Executor>> = {
  trigger: perform,
  action: perform,
  branchOnExpression,
  loopOverItems,
};
