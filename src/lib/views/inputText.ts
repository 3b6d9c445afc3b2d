/** An input of a step in words: for the second line of a card and for the list of inputs. */
import type { Condition, Predicate } from '#lib/model/condition.ts';
import { readConditions } from '#lib/model/condition.ts';
import type { ComplexItem, Input, NamedInput, Step } from '#lib/model/integration.ts';
import { parsePath } from '#lib/model/reference.ts';
import { templateParts } from '#lib/model/template.ts';

/** What an input holds, on one line; `say` puts a reference into words. */
export function inputText(input: Input, say: (path: string) => string = referenceText): string {
  switch (input.type) {
    case 'value':
      return typeof input.value === 'string' ? input.value : (JSON.stringify(input.value) ?? '');
    case 'reference':
      return say(input.value);
    case 'configVar':
      return input.value;
    case 'template':
      return templateParts(input.value)
        .map((part) =>
          part.kind === 'text' ? part.text : part.kind === 'configVar' ? part.key : say(part.path),
        )
        .join('');
    case 'unknown':
      return JSON.stringify(input.value) ?? '';
    case 'complex':
      return input.value
        .map((item) => itemText(item, say))
        .filter(Boolean)
        .join(', ');
  }
}

/** `pickOrder.results.total` reads `pickOrder › total`. */
function referenceText(path: string): string {
  const [head = '', ...keys] = parsePath(path);
  return [head, ...(keys[0] === 'results' ? keys.slice(1) : keys)].join(' › ');
}

/** Only the last key, where room is short: `pickOrder.results.total` reads `total`. */
function shortReference(path: string): string {
  return parsePath(path).at(-1) ?? '';
}

/** A line that says what a step does with what, or `undefined` when its action says enough. */
export function stepSummary(step: Step): string | undefined {
  const summary = summaries[`${step.action.connector}/${step.action.key}`]?.(step);
  return summary === '' ? undefined : summary;
}

/** The conditions of a lane: "total ≥ Large order limit". */
export function laneText(step: Step, lane: string): string {
  const condition = conditionsOf(step).find((one) => one.lane === lane);
  return condition ? predicateText(condition.predicate) : '';
}

const summaries: Readonly<Record<string, ((step: Step) => string) | undefined>> = {
  'branch/branchOnExpression': (step) => {
    const [first, ...others] = conditionsOf(step);
    const text = first ? predicateText(first.predicate) : '';
    return others.length > 0 && text !== '' ? `${text}, and ${others.length} more` : text;
  },
  'loop/loopOverItems': ({ inputs }) => (inputs.items ? itemsText(inputs.items) : ''),
  'collection-tools/createObject': ({ inputs }) => keysOf(inputs.keyValueInput),
  'outbox/sendMessage': ({ inputs }) => (inputs.message ? inputText(inputs.message, shortReference) : ''),
  'log/writeLog': ({ inputs }) => (inputs.message ? inputText(inputs.message, shortReference) : ''),
};

/** A literal list is told by its length. */
function itemsText(input: Input): string {
  const list = input.type === 'value' ? asList(input.value) : undefined;
  if (list) return `each of ${new Intl.NumberFormat('en').format(list.length)} items`;
  return `each of ${inputText(input, shortReference)}`;
}

function asList(value: unknown): unknown[] | undefined {
  try {
    const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function keysOf(input: Input | undefined): string {
  if (input?.type !== 'complex') return '';
  return input.value
    .map((item) => (typeof item === 'object' && 'name' in item ? nameText(item.name) : ''))
    .filter(Boolean)
    .join(', ');
}

/** A branch whose conditions cannot be read has no text; its run says what is wrong. */
function conditionsOf(step: Step): Condition[] {
  try {
    return readConditions(step.inputs.conditions);
  } catch {
    return [];
  }
}

const operators: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '≠',
  greaterThan: '>',
  greaterThanOrEqual: '≥',
  lessThan: '<',
  lessThanOrEqual: '≤',
  in: 'is in',
  notIn: 'is not in',
  isEmpty: 'is empty',
  isNotEmpty: 'is not empty',
  isTrue: 'is true',
  isFalse: 'is false',
  exists: 'exists',
  doesNotExist: 'does not exist',
};

const unary = new Set(['isEmpty', 'isNotEmpty', 'isTrue', 'isFalse', 'exists', 'doesNotExist']);

function predicateText(predicate: Predicate): string {
  if (predicate.kind === 'group') return predicate.predicates.map(predicateText).join(` ${predicate.join} `);
  const word = operators[predicate.operator] ?? predicate.operator;
  const [left, right] = predicate.terms.map((term) => inputText(term, shortReference));
  return [left, word, unary.has(predicate.operator) ? undefined : right].filter(Boolean).join(' ');
}

function itemText(item: ComplexItem, say: (path: string) => string): string {
  if (typeof item === 'string') return '';
  if (!('type' in item))
    return item
      .map((inner) => itemText(inner, say))
      .filter(Boolean)
      .join(', ');
  const name = nameText(item.name);
  return name ? `${name}: ${inputText(item, say)}` : inputText(item, say);
}

function nameText(name: NamedInput['name']): string {
  return typeof name === 'object' && name !== null ? inputText(name) : String(name ?? '');
}
