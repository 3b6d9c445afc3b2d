/** Values by places of a flow, found by any path that leads there. */
import type { StepPath } from '#lib/model/path.ts';

interface Node<T> {
  below: Map<string, Node<T>>;
  value?: T;
}

/** Names are followed one by one: a run asks at every step, and spelling out a key takes longer than the step itself. */
export class PlaceMap<T> {
  readonly #root: Node<T> = { below: new Map() };

  /** The value at the place of a path, made when it is asked for the first time. */
  at(path: StepPath, make: () => T): T {
    let node = this.#root;
    for (const part of path) if (typeof part === 'string') node = below(node, part);
    return (node.value ??= make());
  }
}

function below<T>(node: Node<T>, name: string): Node<T> {
  const known = node.below.get(name);
  if (known) return known;
  const made: Node<T> = { below: new Map() };
  node.below.set(name, made);
  return made;
}
