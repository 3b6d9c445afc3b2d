/** What stands in for the output of an earlier step. */

/** A file that was chosen, in the form that files have in results. */
export interface ChosenFile {
  data: ArrayBuffer;
  contentType: string;
  name: string;
}

export function isChosenFile(value: unknown): value is ChosenFile {
  return typeof value === 'object' && value !== null && 'data' in value && value.data instanceof ArrayBuffer;
}

/** Whether a text is a list or an object written as JSON; a number or a word is text. */
export function holdsJson(value: unknown): boolean {
  return typeof dataOf(value) === 'object';
}

/** What a text stands for: the list or the object that it holds as JSON, else itself. */
export function dataOf(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
