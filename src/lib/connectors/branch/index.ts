import { branchOnExpression } from '#lib/connectors/branch/branchOnExpression.ts';
import { branchOnValue } from '#lib/connectors/branch/branchOnValue.ts';
import { selectExecutedStepResult } from '#lib/connectors/branch/selectExecutedStepResult.ts';
import { defineConnector } from '#lib/connectors/define.ts';

/** Steps that choose between lanes (format.md 2.1). */
export const branch = defineConnector({
  key: 'branch',
  label: 'Branch',
  description: 'Choose which steps run.',
  family: 'logic',
  icon: 'split',
  actions: { branchOnExpression, branchOnValue, selectExecutedStepResult },
});
