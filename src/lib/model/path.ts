/** The address of one execution of one step: names of steps, and the number of the iteration inside loops. */

export type StepPath = readonly (string | number)[];

/** A path as one text, equal for equal paths only: numbers are in brackets, slashes in names are escaped. */
export function pathKey(path: StepPath): string {
  return path.map((part) => (typeof part === 'number' ? `[${part}]` : escapeName(part))).join('/');
}

/** A path without iteration numbers: the place of the step in the flow. */
export function placeNames(path: StepPath): string[] {
  return path.filter((part) => typeof part === 'string');
}

/** The place of a step as one text. */
export function placeKey(path: StepPath): string {
  let key: string | undefined;
  // Part by part: this is asked at every step of a run.
  for (const part of path) {
    if (typeof part === 'number') continue;
    key = key === undefined ? escapeName(part) : `${key}/${escapeName(part)}`;
  }
  return key ?? '';
}

const SPECIAL = /[%/[\]]/;

function escapeName(name: string): string {
  if (!SPECIAL.test(name)) return name;
  return name.replace(/[%/[\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
