/** Every lane of a branch needs a condition that says something (format.md 1.6.3). */
import type { ComplexItem, Input, NamedInput } from '#lib/model/integration.ts';
import { ELSE } from '#lib/model/laneEdits.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { goTo, type Finding } from '#lib/model/problems/Findings.ts';
import { isBlank } from '#lib/model/problems/blank.ts';
import { equalities, operatorTerms } from '#lib/model/problems/known.ts';
import type { StepSite } from '#lib/model/problems/sites.ts';
import { aboutStep } from '#lib/model/problems/subject.ts';

export function conditionFindings(site: StepSite): Finding[] {
  if (site.known === 'branchOnExpression')
    return laneFindings(site, 'conditions', 'condition', wrongCondition);
  if (site.known !== 'branchOnValue') return [];
  return [...inputValueFindings(site), ...laneFindings(site, 'branchValueMappings', 'value', wrongValue)];
}

/** What is wrong with the row of a lane; ends a sentence that begins with the lane. */
type WrongRow = (row: NamedInput) => string | undefined;

function laneFindings(site: StepSite, key: string, noun: string, wrongRow: WrongRow): Finding[] {
  const { step } = site;
  const input = ownInput(site, key);
  const rows = input?.type === 'complex' ? input.value : [];
  const places = new Map(rows.map((row, index) => [rowName(row), index]));
  const lanes = (step.branches ?? []).filter(({ name }) => name !== ELSE);
  return lanes.flatMap(({ name }) => {
    const index = places.get(name);
    const row = index === undefined ? undefined : rows[index];
    const wrong = isNamed(row) ? wrongRow(row) : `has no ${noun}`;
    if (wrong === undefined) return [];
    const message = `The lane “${name}” of “${step.name}” ${wrong}.`;
    return [incomplete(site, key, message, index === undefined ? [] : ['value', index])];
  });
}

function inputValueFindings(site: StepSite): Finding[] {
  if (!isBlank(ownInput(site, 'inputValue'))) return [];
  return [incomplete(site, 'inputValue', `“${site.step.name}” compares nothing: its value is empty.`)];
}

function incomplete(site: StepSite, input: string, message: string, below: DocumentPath = []): Finding {
  const path = ['inputs', input, ...below];
  return aboutStep(site, {
    code: 'incompleteCondition',
    severity: 'error',
    message,
    path,
    input,
    fixes: [goTo],
  });
}

function wrongValue(row: NamedInput): string | undefined {
  return isBlank(row) ? 'has no value' : undefined;
}

function wrongCondition(row: NamedInput): string | undefined {
  return row.type === 'complex' ? wrongExpression(row.value) : 'has no condition';
}

function wrongExpression(items: readonly ComplexItem[]): string | undefined {
  const [head, ...rest] = items;
  if (head === 'and' || head === 'or') return wrongGroup(rest);
  if (typeof head !== 'string' || head === '') return 'has a condition without an operator';
  const wanted = operatorTerms.get(head);
  if (wanted === undefined) return `has a condition with an unknown operator, “${head}”`;
  // Operators of one term sometimes carry an empty second one.
  const terms = Array.from({ length: wanted }, (_, index) => rest[index]);
  return hasGap(head, terms) ? 'has a condition with an empty term' : undefined;
}

function wrongGroup(items: readonly ComplexItem[]): string | undefined {
  if (items.length === 0) return 'has no condition';
  for (const item of items) {
    const wrong = isList(item) ? wrongExpression(item) : 'has a condition that cannot be read';
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** To be equal to an empty text is a question like any other, unless both sides are empty. */
function hasGap(operator: string, terms: readonly (ComplexItem | undefined)[]): boolean {
  const blank = terms.filter((term) => !isNamed(term) || isBlank(term));
  const isEmptyText = (term: ComplexItem | undefined) => isNamed(term) && term.type === 'value';
  if (!equalities.has(operator)) return blank.length > 0;
  return blank.length > 1 || !blank.every(isEmptyText);
}

function ownInput({ step }: StepSite, key: string): Input | undefined {
  return Object.hasOwn(step.inputs, key) ? step.inputs[key] : undefined;
}

/** Both shapes of a name occur. */
function rowName(row: ComplexItem | undefined): unknown {
  if (!isNamed(row)) return undefined;
  const { name } = row;
  return typeof name === 'object' && name !== null ? name.value : name;
}

function isNamed(item: ComplexItem | undefined): item is NamedInput {
  return typeof item === 'object' && item !== null && !isList(item);
}

function isList(item: ComplexItem): item is readonly ComplexItem[] {
  return Array.isArray(item);
}
