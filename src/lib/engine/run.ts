/** Runs a flow from its trigger to its end (architecture 6). */
import { DoubtError } from '#lib/engine/doubt.ts';
import type { Tally } from '#lib/engine/executors/Executor.ts';
import { Known } from '#lib/engine/Known.ts';
import { Meter } from '#lib/engine/limits.ts';
import type { Outcome, Ports } from '#lib/engine/ports.ts';
import { Scope } from '#lib/engine/Scope.ts';
import { State } from '#lib/engine/State.ts';
import { Walker } from '#lib/engine/Walker.ts';
import { placedSteps } from '#lib/model/flow.ts';
import { FailureError, toFailure, type Failure } from '#lib/model/failure.ts';
import type { Flow } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';

/** Never rejects: a failure is part of the outcome. When it resolves, the journal is durable. */
export async function run(flow: Flow, ports: Ports): Promise<Outcome> {
  const state = new State(ports.state);
  const tally: Tally = { warnings: 0 };
  const end = await walk(flow, ports, state, tally);
  return await saved({ ...end, ...said(tally), ...changes(end, state, ports) }, ports);
}

async function walk(flow: Flow, ports: Ports, state: State, tally: Tally): Promise<Outcome> {
  try {
    const names = placedSteps(flow).map(({ step }) => step.name);
    checkNames(names);
    const scope = new Scope(ports.config, ambiguousHeads(names));
    const known = new Known(ports.start, flow);
    const meter = new Meter(ports.limits, ports.now);
    const walker = new Walker({ ports, scope, state, known, meter, tally });
    const { result } = await walker.runSteps([flow.trigger, ...flow.steps], []);
    return { status: 'succeeded', result };
  } catch (thrown) {
    return { status: statusAfter(thrown), failure: toFailure(thrown) };
  }
}

function statusAfter(thrown: unknown): Outcome['status'] {
  if (thrown instanceof DoubtError) return 'interrupted';
  return toFailure(thrown).code === 'cancelled' ? 'cancelled' : 'failed';
}

function said({ warnings, response }: Tally): Partial<Outcome> {
  return { ...(warnings > 0 && { warnings }), ...(response && { response }) };
}

/** What the host writes, also after a failure: the steps before it have had their effect. */
function changes({ status }: Outcome, state: State, { limits }: Ports): Partial<Outcome> {
  if (status === 'interrupted') return {};
  try {
    const changed = state.changed(limits.stateBytes);
    return changed ? { state: changed } : {};
  } catch (thrown) {
    return { status: 'failed', result: undefined, failure: toFailure(thrown) };
  }
}

async function saved(outcome: Outcome, { journal }: Ports): Promise<Outcome> {
  try {
    await journal.flush();
    return outcome;
  } catch (thrown) {
    const hint = 'The steps that ran before could not be saved.';
    const failure: Failure = { ...(outcome.failure ?? toFailure(thrown)), hint };
    return { status: outcome.status === 'succeeded' ? 'failed' : outcome.status, failure };
  }
}

/** The journal knows steps by name: two of one name would answer for each other. */
function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  const twice = names.find((name) => seen.has(name) || !seen.add(name));
  if (twice === undefined) return;
  throw new FailureError({
    code: 'input',
    step: twice,
    message: `Two steps are called “${twice}”.`,
    hint: 'Give one of them another name.',
  });
}

/** Heads of references that several names share, such as "Make it" and "make-it". */
function ambiguousHeads(names: readonly string[]): Set<string> {
  const heads = names.map(referenceName);
  return new Set(heads.filter((head, index) => heads.indexOf(head) !== index));
}
