import type { Done, Execution } from '#lib/engine/executors/Executor.ts';
import { readInputs } from '#lib/engine/executors/readInputs.ts';
import { StepContext } from '#lib/engine/StepContext.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Runs an action or a trigger by calling it. Before it does anything outside, its mark is made durable. */
export function perform(execution: Execution): Promise<Done> | Done {
  const { step, definition, run } = execution;
  if (!('perform' in definition))
    throw new FailureError({ code: 'internal', message: 'This step cannot be called.' });
  const inputs = readInputs(definition.inputs, step, run.scope);
  const context = new StepContext(execution);
  const free = definition.pure || definition.lazy === true;
  if (free && !run.known.marksAll) return definition.perform(inputs, context);
  return context.begin().then(() => definition.perform(inputs, context));
}
