/** The steps that had started when a run was cut off: whether they took place is for somebody to say (architecture 6). */
import { findAction } from '#lib/model/catalogue.ts';
import type { Decision, JournalStart } from '#lib/model/execution.ts';
import { placedSteps } from '#lib/model/flow.ts';
import { inDoubt } from '#lib/model/inDoubt.ts';
import type { Flow, Step } from '#lib/model/integration.ts';
import { pathKey, placeKey, type StepPath } from '#lib/model/path.ts';
import { catalogue } from '#lib/state/catalogue.ts';
import type { Database } from '#lib/storage/database.ts';
import { loadExecution } from '#lib/storage/executions.ts';
import { listCutOff, readStart } from '#lib/storage/interrupted.ts';
import type { ExecutionRow } from '#lib/storage/rows.ts';

/** A step whose end nobody saw, in one turn of the loops around it. */
export interface OpenStep {
  path: StepPath;
  step: Step;
}

/** What has to be decided before a run can go on; nothing, when both lists are empty. */
export interface Doubts {
  /** In the order they had started. */
  steps: readonly OpenStep[];
  /** Executions it waits for that have such steps: the decision belongs to them. */
  called: readonly ExecutionRow[];
}

/** Reads what is in doubt in an execution that was cut off. */
export async function findDoubts(database: Database, executionId: string): Promise<Doubts> {
  const execution = await loadExecution(database, executionId);
  const flow = execution?.start.document.flows.find(({ name }) => name === execution.row.flow);
  if (!execution || !flow) return { steps: [], called: [] };
  const open = openSteps(flow, await readStart(database, execution.start));
  const calls = open.some(({ step }) => isRepeatable(step));
  return {
    steps: open.filter(({ step }) => !isRepeatable(step) && !isRetried(step)),
    called: calls ? await calledInDoubt(database, executionId) : [],
  };
}

/** The steps of a flow that had started and not ended, and about which nothing lasting was decided yet. */
export function openSteps(flow: Flow, start: JournalStart): OpenStep[] {
  // The engine knows what became of it: it hung, and fails.
  if (start.hung) return [];
  const steps = new Map(placedSteps(flow).map(({ path, step }) => [placeKey(path), step]));
  const decided = new Set(start.decisions?.filter(lasts).map(({ path }) => pathKey(path)));
  return inDoubt(start).flatMap(({ path }) => {
    const step = steps.get(placeKey(path));
    return step && !decided.has(pathKey(path)) ? [{ path, step }] : [];
  });
}

async function calledInDoubt(database: Database, executionId: string): Promise<ExecutionRow[]> {
  const called = await listCutOff(database, executionId);
  const doubts = await Promise.all(called.map(({ id }) => findDoubts(database, id)));
  return called.filter((_, index) => hasDoubts(doubts[index]));
}

/** Whether anything has to be decided. */
export function hasDoubts(doubts: Doubts | undefined): boolean {
  return doubts !== undefined && doubts.steps.length + doubts.called.length > 0;
}

function lasts({ what }: Decision): boolean {
  return what !== 'runAgain';
}

/** Its error handling says that it runs again. */
function isRetried({ errorConfig }: Step): boolean {
  return errorConfig?.errorHandlerType === 'retry' && (errorConfig.maxAttempts ?? 0) > 0;
}

/** Running it twice is the same as once: so it is with a call of another flow. */
function isRepeatable({ action: { connector, key } }: Step): boolean {
  return findAction(catalogue, connector, key)?.action.repeatable === true;
}
