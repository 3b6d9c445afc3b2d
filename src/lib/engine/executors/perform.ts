import type { Execution } from '#lib/engine/executors/Executor.ts';
import { readInputs } from '#lib/engine/executors/readInputs.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Runs an action or a trigger by calling it. Before one with effects, everything earlier is made durable. */
export async function perform({ step, path, definition, ports, scope }: Execution): Promise<unknown> {
  if (!('perform' in definition))
    throw new FailureError({ code: 'internal', message: 'This step cannot be called.' });
  const inputs = readInputs(definition.inputs, step, scope);
  if (!definition.pure) await ports.journal.flush();
  const { data } = await definition.perform(inputs, {
    signal: ports.signal,
    payload: ports.payload,
    log: (level, message) => ports.log(path, level, message),
  });
  return data;
}
