/** What entries have in common, each thing once: a loop writes thousands of entries of few shapes. */
import type { Entry } from '#lib/model/execution.ts';
import type { StepPath } from '#lib/model/path.ts';
import { PlaceMap } from '#lib/model/PlaceMap.ts';

/** An entry without its times, its output and the numbers in its path, for each of which there is a 0. */
export interface Shape extends Pick<Entry, 'path' | 'status' | 'branch'> {
  /** It has no output. */
  silent?: true;
}

export class Shapes {
  readonly all: Shape[] = [];
  /** The numbers of the shapes of a place: few, as a rule one. */
  readonly #at = new PlaceMap<number[]>();

  /** The number of an entry's shape, which is added when it is new. */
  numberOf(entry: Entry): number {
    const numbers = this.#at.at(entry.path, () => []);
    for (const number of numbers) if (this.#isOf(number, entry)) return number;
    numbers.push(this.all.length);
    return this.all.push(shapeOf(entry)) - 1;
  }

  #isOf(number: number, { path, status, branch, output }: Entry): boolean {
    const shape = this.all[number];
    return (
      shape?.status === status &&
      shape.branch === branch &&
      (shape.silent === true) === (output === undefined) &&
      isLike(shape.path, path)
    );
  }
}

function shapeOf({ path, status, branch, output }: Entry): Shape {
  return { path: path.map(withoutNumber), status, branch, ...(output === undefined && { silent: true }) };
}

/** Whether numbers stand at the same parts of two paths of one place. */
function isLike(path: StepPath, other: StepPath): boolean {
  return path.length === other.length && path.every((part, index) => typeof part === typeof other[index]);
}

function withoutNumber(part: StepPath[number]): StepPath[number] {
  return typeof part === 'number' ? 0 : part;
}
