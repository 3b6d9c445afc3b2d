/** Runs the user's code through the host's sandbox (format.md 1.10). */
import type { CodeCall } from '#lib/connectors/define.ts';
import type { Execution, Run } from '#lib/engine/executors/Executor.ts';
import { triggerFacts } from '#lib/engine/payload.ts';
import { pathKey } from '#lib/model/path.ts';

/** Resolves to what the code returned. It gets no more time than the run has left. */
export async function runCode(
  { ports, meter }: Run,
  call: Omit<CodeCall, 'signal' | 'deadlineMs'>,
): Promise<unknown> {
  const deadlineMs = Math.min(meter.limits.codeMs, meter.leftMs);
  return await ports.code.call({ ...call, signal: ports.signal, deadlineMs });
}

/** The context of a code step as plain data, and the results of every step that was executed, by head. */
export function codeArguments({ run, path }: Execution): [Readonly<Record<string, unknown>>, unknown] {
  const { ports, state, scope } = run;
  const context = {
    ...triggerFacts(ports.facts),
    configVars: ports.config,
    instanceState: state.all('instance'),
    crossFlowState: state.all('crossFlow'),
    integrationState: state.all('integration'),
    executionState: state.all('execution'),
    stepId: pathKey(path),
    debug: { enabled: ports.facts.debug ?? false },
  };
  return [context, scope.all()];
}
