/** What makes an element of a config page the same element in two documents. */
import type { Names } from '#lib/model/diff/names.ts';
import type { ConfigElement } from '#lib/model/integration.ts';

/** The key of the variable that an element shows. */
export function variableOf({ type, value }: ConfigElement): string | undefined {
  return type === 'configVar' && typeof value === 'string' ? value : undefined;
}

/** A text that is equal for equal elements; a variable has its later key when `names` are given. */
export function elementKey(element: ConfigElement, names?: Names): string {
  const variable = variableOf(element);
  const value = variable === undefined ? element.value : (names?.configVars.get(variable) ?? variable);
  return JSON.stringify([element.type, value]);
}
