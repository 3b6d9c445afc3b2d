import type { Done, Execution } from '#lib/engine/executors/Executor.ts';
import { runLane } from '#lib/engine/executors/lane.ts';
import { readInputs } from '#lib/engine/executors/readInputs.ts';
import { asText } from '#lib/engine/resolve.ts';

interface Values {
  inputValue: unknown;
  /** A lane's name and the value that leads to it. */
  branchValueMappings: readonly { key: string; value: unknown }[];
}

/** Runs the lane of the first value that is the same text as the input, else the lane "Else" (format.md 1.6.3). */
export async function branchOnValue(execution: Execution): Promise<Done> {
  const { step, run, definition } = execution;
  const { inputValue, branchValueMappings } = readInputs(
    definition.inputs,
    step,
    run.scope,
  ) as unknown as Values;
  const wanted = asText(inputValue);
  const mapping = branchValueMappings.find(({ value }) => asText(value) === wanted);
  return await runLane(execution, mapping?.key ?? 'Else');
}
