/** What is wrong with a value before it is used. */
import type { CatalogueConnection, CatalogueInput } from '#lib/model/catalogue.ts';
import { emptyField, isFilledIn } from '#lib/views/inputs/connection.ts';

/** A sentence for who fills it in; empty when nothing is wrong. */
export function valueProblem(
  input: CatalogueInput,
  value: unknown,
  kinds: readonly CatalogueConnection[] = [],
): string {
  const { required, label, type, default: preset } = input;
  if (isEmpty(value)) return required && preset === undefined ? `“${label}” is required.` : '';
  if (isFilledIn(value)) {
    const field = emptyField(value, kinds);
    return field === undefined ? '' : `“${field}” is required.`;
  }
  return typeof value === 'string' ? textProblem(type, value) : '';
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === '' || value === undefined || (isFilledIn(value) && value.key === '');
}

function textProblem(type: CatalogueInput['type'], text: string): string {
  if (type === 'number' && Number.isNaN(Number(text))) return 'This is no number.';
  if (type === 'object' && !isJson(text, isObject)) return 'This is no object in JSON.';
  // An object is a list of its keys and values.
  const listed = type === 'list' || type === 'pairs';
  return listed && !isJson(text, (value) => typeof value === 'object') ? 'This is no list in JSON.' : '';
}

function isJson(text: string, test: (value: unknown) => boolean): boolean {
  try {
    return test(JSON.parse(text));
  } catch {
    return false;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
