/** The conditions of a branch, read from their nested lists (format.md 1.6.3). */
import { FailureError } from '#lib/model/failure.ts';
import type { ComplexItem, Input, NamedInput } from '#lib/model/integration.ts';

/** One lane's condition; lanes are tried in order, the first that holds is taken. */
export interface Condition {
  lane: string;
  predicate: Predicate;
}

export type Predicate =
  | { kind: 'group'; join: 'and' | 'or'; predicates: readonly Predicate[] }
  | { kind: 'test'; operator: string; terms: readonly Input[] };

/** Reads `inputs.conditions`. Throws `input` when the lists have another shape. */
export function readConditions(input: Input | undefined): Condition[] {
  if (input === undefined || input.type !== 'complex') return [];
  return input.value.map((item) => {
    if (!isNamed(item) || item.type !== 'complex') throw malformed();
    return { lane: laneName(item.name), predicate: readPredicate(item.value) };
  });
}

function readPredicate(items: readonly ComplexItem[]): Predicate {
  const [head, ...rest] = items;
  if (typeof head !== 'string') throw malformed();
  if (head === 'and' || head === 'or') return { kind: 'group', join: head, predicates: rest.map(readNested) };
  return { kind: 'test', operator: head, terms: rest.map(readTerm) };
}

function readNested(item: ComplexItem): Predicate {
  if (!isList(item)) throw malformed();
  return readPredicate(item);
}

function readTerm(item: ComplexItem): Input {
  if (!isNamed(item)) throw malformed();
  return item;
}

function laneName(name: NamedInput['name']): string {
  if (typeof name === 'string') return name;
  if (typeof name === 'object' && name?.type === 'value') return String(name.value);
  throw malformed();
}

function isList(item: ComplexItem): item is readonly ComplexItem[] {
  return Array.isArray(item);
}

function isNamed(item: ComplexItem): item is NamedInput {
  return typeof item === 'object' && !isList(item);
}

function malformed(): FailureError {
  return new FailureError({
    code: 'input',
    message: 'The conditions of this branch cannot be read.',
    hint: 'Each lane needs a name and a list that starts with "and" or "or".',
  });
}
