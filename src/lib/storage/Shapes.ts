/** What entries have in common, each thing once: a loop writes thousands of entries of few shapes. */
import type { Entry } from '#lib/model/execution.ts';
import type { StepPath } from '#lib/model/path.ts';

/** An entry without its times, its output and the numbers in its path, for each of which there is a 0. */
export interface Shape extends Pick<Entry, 'path' | 'status' | 'branch'> {
  /** It has no output. */
  silent?: true;
}

/** A part of a path, and the shapes whose path ends with it, by their numbers. */
interface Node {
  below: Map<string | number, Node>;
  shapes: number[];
}

export class Shapes {
  readonly all: Shape[] = [];
  readonly #root: Node = { below: new Map(), shapes: [] };

  /** The number of an entry's shape, which is added when it is new. */
  numberOf({ path, status, branch, output }: Entry): number {
    // Part by part: spelling out the path of every entry would take as long as storing it.
    let node = this.#root;
    for (const part of path) node = below(node, withoutNumber(part));
    const silent = output === undefined;
    for (const number of node.shapes) {
      const shape = this.all[number];
      if (shape?.status === status && shape.branch === branch && (shape.silent === true) === silent)
        return number;
    }
    node.shapes.push(this.all.length);
    return this.all.push({ path: path.map(withoutNumber), status, branch, ...(silent && { silent }) }) - 1;
  }
}

function below(node: Node, part: string | number): Node {
  const known = node.below.get(part);
  if (known) return known;
  const made: Node = { below: new Map(), shapes: [] };
  node.below.set(part, made);
  return made;
}

function withoutNumber(part: StepPath[number]): StepPath[number] {
  return typeof part === 'number' ? 0 : part;
}
