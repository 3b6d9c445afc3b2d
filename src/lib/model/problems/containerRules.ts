/** Loops and branches, and steps that end something. */
import { readConditions, type Predicate } from '#lib/model/condition.ts';
import type { Branch, Input, Step } from '#lib/model/integration.ts';
import { ELSE } from '#lib/model/laneEdits.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import type { Findings, PlacedInDocument } from '#lib/model/problems/Findings.ts';

/** What is inside a step, and what comes after one that stops or breaks. */
export function containerRules(findings: Findings): void {
  for (const placed of findings.steps) {
    checkEmpty(findings, placed);
    checkItems(findings, placed);
    checkConditions(findings, placed);
    checkInside(findings, placed);
  }
  findings.integration.flows.forEach((flow, index) => {
    checkList(findings, flow.name, flow.steps, ['flows', index, 'steps'], 1);
    for (const step of flow.steps) checkBreaks(findings, flow.name, step, false);
  });
}

function checkEmpty(findings: Findings, { flow, step, path }: PlacedInDocument): void {
  const lists = step.steps ? [step.steps] : (step.branches ?? []).map(({ steps }) => steps);
  if (lists.length === 0 || step === flow.trigger || lists.some((steps) => steps.length > 0)) return;
  findings.add({
    code: 'emptyContainer',
    severity: 'warning',
    message: `“${step.name}” has no steps inside.`,
    path,
    place: { flow: flow.name, step: step.name },
    fixes: [{ label: 'Add a step' }],
  });
}

/** Text that holds a list or an object as JSON is one. */
function checkItems(findings: Findings, placed: PlacedInDocument): void {
  const { items } = placed.step.inputs;
  if (placed.step.action.key !== 'loopOverItems' || items?.type !== 'value' || holdsMany(items.value)) return;
  const message = `“${placed.step.name}” repeats for each item, but “items” is no list.`;
  findings.addAt(placed, 'items', {
    code: 'notAList',
    severity: 'error',
    message,
    fixes: [{ label: 'Pick a list' }],
  });
}

function holdsMany(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value !== 'string') return typeof value === 'object';
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  }
}

function checkConditions(findings: Findings, placed: PlacedInDocument): void {
  const { step } = placed;
  if (step.action.key !== 'branchOnExpression') return;
  const add = (message: string) =>
    findings.addAt(placed, 'conditions', { code: 'incompleteCondition', severity: 'error', message });
  try {
    const conditions = readConditions(step.inputs.conditions);
    const named = new Set(conditions.map(({ lane }) => lane));
    for (const { lane, predicate } of conditions)
      if (!isComplete(predicate)) add(`The condition of lane “${lane}” of “${step.name}” is not complete.`);
    for (const { name } of step.branches ?? [])
      if (name !== ELSE && !named.has(name)) add(`Lane “${name}” of “${step.name}” has no condition.`);
  } catch {
    add(`The conditions of “${step.name}” cannot be read.`);
  }
}

const UNARY: ReadonlySet<string> = new Set([
  'isTrue',
  'isFalse',
  'exists',
  'doesNotExist',
  'isEmpty',
  'isNotEmpty',
]);

function isComplete(predicate: Predicate): boolean {
  if (predicate.kind === 'group')
    return predicate.predicates.length > 0 && predicate.predicates.every(isComplete);
  const terms = predicate.terms.slice(0, UNARY.has(predicate.operator) ? 1 : 2);
  const wanted = UNARY.has(predicate.operator) ? 1 : 2;
  return terms.length === wanted && terms.every(pointsSomewhere);
}

/** A value may be empty text, which is compared like any other; a reference to nothing is one that nobody has chosen. */
function pointsSomewhere(term: Input): boolean {
  return term.type === 'value' || term.value !== '';
}

function checkInside(findings: Findings, { flow, step, path }: PlacedInDocument): void {
  if (step.steps) checkList(findings, flow.name, step.steps, [...path, 'steps'], 0);
  step.branches?.forEach(({ steps }: Branch, index) =>
    checkList(findings, flow.name, steps, [...path, 'branches', index, 'steps'], 0),
  );
}

const ENDS: ReadonlySet<string> = new Set(['stop-execution/stopExecution', 'loop/breakLoop']);

/** `first` is the place in the document of the first step: the flow's own come after its trigger. */
function checkList(
  findings: Findings,
  flow: string,
  steps: readonly Step[],
  path: DocumentPath,
  first: number,
): void {
  const end = steps.findIndex(({ action }) => ENDS.has(`${action.connector}/${action.key}`));
  const [after] = end < 0 ? [] : steps.slice(end + 1);
  if (!after) return;
  findings.add({
    code: 'neverRuns',
    severity: 'warning',
    message: `“${after.name}” never runs: “${steps[end]?.name}” ends what comes before it.`,
    path: [...path, end + 1 + first],
    place: { flow, step: after.name },
  });
}

function checkBreaks(findings: Findings, flow: string, step: Step, inLoop: boolean): void {
  if (!inLoop && step.action.connector === 'loop' && step.action.key === 'breakLoop') {
    const path = findings.steps.find((placed) => placed.step === step)?.path ?? [];
    const message = `“${step.name}” leaves a loop, but stands in none.`;
    findings.add({ code: 'outsideLoop', severity: 'error', message, path, place: { flow, step: step.name } });
  }
  for (const inner of step.steps ?? []) checkBreaks(findings, flow, inner, true);
  for (const { steps } of step.branches ?? [])
    for (const inner of steps) checkBreaks(findings, flow, inner, inLoop);
}
