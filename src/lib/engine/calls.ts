/** Calls from one flow to another: by name, by its webhook's address, and of a flow to itself (format.md 1.7, 1.10). */
import { DoubtError } from '#lib/engine/doubt.ts';
import type { Run } from '#lib/engine/executors/Executor.ts';
import type { FlowAnswer, Outcome } from '#lib/engine/ports.ts';
import { FailureError } from '#lib/model/failure.ts';
import type { Flow } from '#lib/model/integration.ts';
import type { StepPath } from '#lib/model/path.ts';
import type { SavedPayload } from '#lib/model/payload.ts';

/** The step that calls, and what tells this call from all others. */
export interface Caller {
  run: Run;
  path: StepPath;
  key: string;
}

/** Runs another flow with data as its body. Waits for its result when that flow answers its callers. Throws what it failed with. */
export async function callFlow(caller: Caller, name: string, data: unknown): Promise<unknown> {
  const flow = flowNamed(caller.run, name);
  const waits = answersCallers(flow);
  const { executionId, outcome } = await startFlow(caller, flow, dataPayload(data), waits);
  if (!waits) return { executionId };
  return resultOf(caller, name, outcome);
}

/** Starts this flow once more. */
export async function callRecursion(caller: Caller, cursor: unknown): Promise<unknown> {
  const flow = flowNamed(caller.run, caller.run.ports.facts.flow.name);
  const payload = { ...dataPayload(undefined), paginationState: { cursor } };
  const { executionId } = await startFlow(caller, flow, payload, false);
  return { executionId };
}

/** Starts a flow through the host, unless the calls have become too many. */
export async function startFlow(
  { run, path, key }: Caller,
  flow: Flow,
  payload: SavedPayload,
  waits: boolean,
): Promise<FlowAnswer> {
  const { ports, meter } = run;
  const depth = (ports.facts.depth ?? 0) + (waits ? 1 : 0);
  const chain = (ports.facts.chain ?? 0) + 1;
  if (depth > meter.limits.depth) throw tooDeep(`More than ${meter.limits.depth} flows wait for each other.`);
  if (chain > meter.limits.chain)
    throw tooDeep(`More than ${meter.limits.chain} flows have started one another.`);
  return await ports.invoke({ flow: flow.name, payload, waits, key, path, depth, chain }, ports.signal);
}

/** Whether a flow is waited for by whoever calls it. */
export function answersCallers(flow: Flow): boolean {
  const { responseType } = flow.trigger.inputs;
  const says = responseType?.type === 'value' ? String(responseType.value).toLowerCase() : '';
  return flow.isSynchronous === true || says.startsWith('sync');
}

function flowNamed({ ports }: Run, name: string): Flow {
  const flow = ports.flows.find((one) => one.name === name);
  if (flow) return flow;
  throw new FailureError({
    code: 'input',
    message: `There is no flow “${name}” in this integration.`,
    hint: 'Choose one of its flows.',
  });
}

/** A flow that stopped itself answers with its body. */
function resultOf({ run, path }: Caller, name: string, outcome: Outcome | undefined): unknown {
  if (outcome?.status === 'succeeded')
    return outcome.response ? parsed(outcome.response.body) : outcome.result;
  const {
    code = 'internal',
    message = 'It did not end.',
    hint,
    retry = false,
    detail,
  } = outcome?.failure ?? {};
  const said = `In the flow “${name}”: ${message}`;
  if (outcome?.status === 'interrupted') throw new DoubtError(String(path.at(-1)), said);
  // Stopped by itself, it is a failure for who waits; stopped with who waits, both are.
  const isStopped = code === 'cancelled' && run.ports.signal.aborted;
  throw new FailureError({
    code: code === 'cancelled' && !isStopped ? 'remote' : code,
    message: said,
    hint,
    retry,
    detail,
  });
}

function dataPayload(data: unknown): SavedPayload {
  const body = data === undefined ? '' : JSON.stringify(data);
  return { headers: {}, queryParameters: {}, body, contentType: 'application/json' };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function tooDeep(message: string): FailureError {
  return new FailureError({
    code: 'limit',
    message,
    hint: 'Look for flows that call each other in a circle.',
  });
}
