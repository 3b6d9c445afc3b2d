import type { Done, Execution } from '#lib/engine/executors/Executor.ts';
import { resolve } from '#lib/engine/resolve.ts';
import type { ComplexItem, ReferenceInput } from '#lib/model/integration.ts';

/** The result of the first listed step that was executed, `null` when none was (format.md 1.10). */
export function selectExecutedStepResult({ step, run }: Execution): Done {
  const listed = step.inputs.stepResults;
  const items = listed?.type === 'complex' ? listed.value : listed ? [listed] : [];
  const found = items.find((item) => isReference(item) && run.scope.wasExecuted(item.value));
  return { data: found === undefined ? null : (resolve(found as ReferenceInput, run.scope) ?? null) };
}

function isReference(item: ComplexItem): item is ReferenceInput {
  return typeof item === 'object' && 'type' in item && item.type === 'reference';
}
