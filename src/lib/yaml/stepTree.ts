/** What is to be written of steps (format.md 1.5). */
import type { Branch, ErrorConfig, Step } from '#lib/model/integration.ts';
import { actionTree, inputsTree, scheduleTree } from '#lib/yaml/inputTree.ts';
import { listField, nounField, nounTree, optionalField, textField, type Field } from '#lib/yaml/nounTree.ts';
import type { MapTree } from '#lib/yaml/Tree.ts';

/** A step with those inside it. */
export function stepTree(step: Step): MapTree {
  return nounTree(step, stepFields(step));
}

/** The first step of a flow, which is marked. */
export function triggerTree(trigger: Step): MapTree {
  const isTrigger: Field = { tree: { kind: 'scalar', value: true, note: trigger.written?.isTrigger } };
  return nounTree(trigger, { ...stepFields(trigger), isTrigger });
}

function stepFields(step: Step): Record<string, Field | undefined> {
  const inputs = inputsTree(step, step.inputs);
  return {
    action: { tree: actionTree(step.action) },
    branches: step.branches && listField(step.branches.map(branchTree)),
    description: textField(step, 'description', step.description),
    errorConfig: nounField(step.errorConfig, errorTree),
    inputs: {
      tree: inputs,
      isDefault: inputs.entries.length === 0,
      saysTheSame: () => inputs.entries.length === 0,
    },
    name: textField(step, 'name', step.name),
    schedule: nounField(step.schedule, scheduleTree),
    steps: step.steps && listField(step.steps.map(stepTree)),
  };
}

function branchTree(branch: Branch): MapTree {
  return nounTree(branch, {
    name: textField(branch, 'name', branch.name),
    steps: listField(branch.steps.map(stepTree)),
  });
}

function errorTree(config: ErrorConfig): MapTree {
  return nounTree(config, {
    delaySeconds: optionalField(config, 'delaySeconds', config.delaySeconds),
    errorHandlerType: optionalField(config, 'errorHandlerType', config.errorHandlerType),
    ignoreFinalError: optionalField(config, 'ignoreFinalError', config.ignoreFinalError),
    maxAttempts: optionalField(config, 'maxAttempts', config.maxAttempts),
    usesExponentialBackoff: optionalField(config, 'usesExponentialBackoff', config.usesExponentialBackoff),
  });
}
