/** Runs a flow from its trigger to its end (architecture 6). */
import type { Outcome, Ports } from '#lib/engine/ports.ts';
import { Walker } from '#lib/engine/Walker.ts';
import { placedSteps } from '#lib/model/flow.ts';
import { FailureError, toFailure, type Failure } from '#lib/model/failure.ts';
import type { Flow } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';

/** Never rejects: a failure is part of the outcome. When it resolves, the journal is durable. */
export async function run(flow: Flow, ports: Ports): Promise<Outcome> {
  try {
    checkNames(flow);
    const result = await new Walker(ports).runSteps([flow.trigger, ...flow.steps], []);
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

/** The journal and references know steps by name: two of one name would answer for each other. */
function checkNames(flow: Flow): void {
  const seen = new Map<string, string>();
  for (const { step } of placedSteps(flow)) {
    const key = referenceName(step.name);
    const other = seen.get(key);
    if (other !== undefined) throw sameName(step.name, other);
    seen.set(key, step.name);
  }
}

function sameName(name: string, other: string): FailureError {
  const message =
    name === other
      ? `Two steps are called “${name}”.`
      : `The steps “${other}” and “${name}” have the same name for references.`;
  return new FailureError({ code: 'input', step: name, message, hint: 'Give one of them another name.' });
}
