/** Runs a flow from its trigger to its end (architecture 6). */
import type { Outcome, Ports } from '#lib/engine/ports.ts';
import { Scope } from '#lib/engine/Scope.ts';
import { Walker } from '#lib/engine/Walker.ts';
import { placedSteps } from '#lib/model/flow.ts';
import { FailureError, toFailure, type Failure } from '#lib/model/failure.ts';
import type { Flow } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';

/** Never rejects: a failure is part of the outcome. When it resolves, the journal is durable. */
export async function run(flow: Flow, ports: Ports): Promise<Outcome> {
  try {
    const names = placedSteps(flow).map(({ step }) => step.name);
    checkNames(names);
    const scope = new Scope(ports.config, ambiguousHeads(names));
    const result = await new Walker(ports, scope).runSteps([flow.trigger, ...flow.steps], []);
    await ports.journal.flush();
    return { status: 'succeeded', result };
  } catch (thrown) {
    return await failed(toFailure(thrown), ports);
  }
}

async function failed(failure: Failure, ports: Ports): Promise<Outcome> {
  const status = failure.code === 'cancelled' ? 'cancelled' : 'failed';
  try {
    await ports.journal.flush();
  } catch {
    return { status, failure: { ...failure, hint: 'The steps that ran before could not be saved.' } };
  }
  return { status, failure };
}

/** The journal knows steps by name: two of one name would answer for each other. */
function checkNames(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
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
